# The first try cannot reach the server, the second can; what broke the build is the test.
. "$CI_FRAMES/travis"
python3 - <<'PY' &
import http.server, threading
class Flaky(http.server.BaseHTTPRequestHandler):
    seen = 0
    def do_GET(self):
        Flaky.seen += 1
        self.send_response(503 if Flaky.seen == 1 else 200)
        self.end_headers()
        self.wfile.write(b"ok\n")
    def log_message(self, *args): pass
server = http.server.HTTPServer(("127.0.0.1", 18503), Flaky)
threading.Timer(20, server.shutdown).start()
server.serve_forever()
PY
server=$!
for i in 1 2 3 4 5 6 7 8 9 10; do (exec 3<>/dev/tcp/127.0.0.1/18503) 2>/dev/null && break; sleep 0.3; done
retry 3 'curl -fsS http://127.0.0.1:18503/widgets'
cmd 'gcc -c broken.c'
after 'cat /nowhere/debug.log'
kill "$server" 2>/dev/null || true
finish
