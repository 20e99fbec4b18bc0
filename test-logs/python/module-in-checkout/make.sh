# The package lies in src/ and was never installed.
python3 tests/run.py
