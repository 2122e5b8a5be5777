# Reads the texts of a JSON array with python-dotenv; prints what each holds.
import io
import json
import logging
import sys

import dotenv

logging.disable()


def read(text):
    return dotenv.dotenv_values(stream=io.StringIO(text, newline=None))


json.dump([read(text) for text in json.load(sys.stdin)], sys.stdout)
