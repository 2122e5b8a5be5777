"""Runs a program whose standard output is a pipe with little room at which nobody waits, and reads it slowly.

argv: how many bytes to read before the pipe is closed (0: all), then the program and its arguments.
Prints what came through; ends as the program does.
"""

import fcntl
import os
import subprocess
import sys
import time

take = int(sys.argv[1]) or None
read_end, write_end = os.pipe()
fcntl.fcntl(write_end, fcntl.F_SETPIPE_SZ, 4096)
fcntl.fcntl(write_end, fcntl.F_SETFL, os.O_NONBLOCK | os.O_WRONLY)
child = subprocess.Popen(sys.argv[2:], stdout=write_end)
os.close(write_end)
time.sleep(0.3)
taken = b""
while take is None or len(taken) < take:
    piece = os.read(read_end, 1000)
    if not piece:
        break
    taken += piece
    time.sleep(0.001)
os.close(read_end)
sys.stdout.buffer.write(taken)
sys.exit(child.wait())
