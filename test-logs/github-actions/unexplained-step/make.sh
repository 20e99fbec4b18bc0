# A step that ends badly without a word that anybody could know.
. "$CI_FRAMES/github"
job gate
step <<'SH'
echo "12 widgets counted"
exit 7
SH
finish
