# The install fails, and what runs regardless of that fails because of it.
. "$CI_FRAMES/github"
job build
step <<'SH'
gcc -c lib.c -o lib.o
SH
always step <<'SH'
gcc main.o lib.o -o app
SH
finish
