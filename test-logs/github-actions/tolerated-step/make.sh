# The first step may fail; the second is what broke the job; clean-up complains afterwards.
. "$CI_FRAMES/github"
job build
step <<'SH'
python3 -c 'import not_needed_here' || true
SH
step <<'SH'
gcc -c broken.c
SH
post <<'SH'
cat /nowhere/cache.key
SH
finish
