"""Log lines as JSON, for machines that collect them: level, logger, message, and the key=value pairs apart."""

import json
import logging
import re

PAIR = re.compile(r"(\w+)=(\S+)")


class JsonFormatter(logging.Formatter):
    """One JSON object a line."""

    def format(self, record: logging.LogRecord) -> str:
        said = record.getMessage()
        line = {"level": record.levelname, "logger": record.name, "message": said, **dict(PAIR.findall(said))}
        if record.exc_info:
            line["exception"] = self.formatException(record.exc_info)
        return json.dumps(line, ensure_ascii=False)
