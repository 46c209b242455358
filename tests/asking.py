"""One `get` of ours against a publisher on loopback; nothing here sleeps for real."""

from collections.abc import Callable
from dataclasses import dataclass, field

from ingest._http import Answer, HttpSettings, Known, polite_get
from tests.publisher import Answering, Publisher, Reply

URL = "https://ucdp.example/downloads/ged.zip"
PATH = "/ucdp.example/downloads/ged.zip"
WHOLE = b"".join(number.to_bytes(4) for number in range(25_600))  # 102,400 bytes, no two parts alike
CUT = 70_000


@dataclass
class Client:
    """One `get` with what it noted and, pause by pause, how long it would have slept."""

    get: Callable[[str], bytes]
    answers: dict[str, Answer]
    slept: list[float] = field(default_factory=list)


def client(of: Publisher, known: dict[str, Known] | None = None, **settings: object) -> Client:
    answers: dict[str, Answer] = {}
    slept: list[float] = []
    polite = HttpSettings(**{"mirror": of.address + "/", "pace_seconds": 0.0, "backoff_seconds": 2.0, **settings})  # type: ignore[arg-type]
    get = polite_get(polite, known or {}, answers, {}, sleep=lambda pause: slept.append(pause) if pause else None)
    return Client(get, answers, slept)


def in_turn(*replies: Reply) -> Answering:
    """Answer with each reply once, the last one for ever."""
    left = list(replies)
    return lambda request: left.pop(0) if len(left) > 1 else left[0]
