"""Runs a command at a terminal of its own, and types into it what is expected of a person.

Arguments: a JSON list of [text to wait for, what to type then]; the command. Prints all that the terminal showed, and
ends as the command did, or with 99 where a text did not come.
"""

import fcntl
import json
import os
import pty
import select
import struct
import sys
import termios
import time

steps = json.loads(sys.argv[1])
child, terminal = pty.fork()
if child == 0:
    # As wide as a window is, so that no sentence is broken.
    fcntl.ioctl(0, termios.TIOCSWINSZ, struct.pack("HHHH", 60, 160, 0, 0))
    os.execvp(sys.argv[2], sys.argv[2:])

shown = b""
deadline = time.monotonic() + 50


def read():
    """Waits a little for more. Says whether there can be any."""
    global shown
    if not select.select([terminal], [], [], 0.2)[0]:
        return time.monotonic() < deadline
    try:
        more = os.read(terminal, 65536)
    except OSError:
        return False
    shown += more
    return more != b""


position = 0
for wanted, typed in steps:
    while wanted.encode() not in shown[position:] and read():
        pass
    found = shown.find(wanted.encode(), position)
    if found < 0:
        os.kill(child, 9)
        sys.stdout.buffer.write(shown)
        sys.exit(99)
    # What is shown after the text belongs to the same question: it is drawn at once.
    position = found + len(wanted.encode())
    os.write(terminal, typed.encode())

while read():
    pass
if time.monotonic() >= deadline:
    os.kill(child, 9)
sys.stdout.buffer.write(shown)
sys.stdout.flush()
sys.exit(os.waitstatus_to_exitcode(os.waitpid(child, 0)[1]) & 0xFF)
