"""Files on the Humanitarian Data Exchange: which address does a dataset's file have today?

Addresses and ids change when a file is published again, so they are looked up at
each run in the dataset's own description. A description that is not marked as a
success is a refusal, whatever its status.
"""

import re
from typing import Any

from ingest._json import read_json
from ingest._source import Get, Part, Parts, SourceError

DESCRIPTION = "https://data.humdata.org/api/3/action/package_show?id={dataset}"


def fetch_file(get: Get, dataset: str, name: str) -> Parts:
    """The dataset's description and its newest file whose name matches the pattern `name` as a whole."""
    return fetch_files(get, dataset, [name])


def fetch_files(get: Get, dataset: str, names: list[str]) -> Parts:
    """The dataset's description and, in the order of the patterns, the newest file for each."""
    url = DESCRIPTION.format(dataset=dataset)
    described = Part(url, get(url))
    addresses = [str(_resource(described, name)["url"]) for name in names]
    return [described, *(Part(address, get(address)) for address in addresses)]


def changed_on(described: Part, name: str) -> str:
    """The day on which the dataset's description says that the file was last changed."""
    return str(_resource(described, name)["last_modified"])[:10]


def _resource(described: Part, name: str) -> dict[str, Any]:
    """The entry of the newest matching file; names that begin with a month sort by it."""
    answer = read_json(described)
    if not isinstance(answer, dict) or answer.get("success") is not True:
        raise SourceError(
            f"url={described.url} does not say success ({str(answer)[:200]}): the dataset may have moved; look it up on data.humdata.org"
        )
    try:
        listed = [
            (str(one["name"]), str(one["last_modified"]), one["url"], one) for one in answer["result"]["resources"]
        ]
    except (KeyError, TypeError) as error:
        raise SourceError(
            f"url={described.url} lacks the field {error}: the layout has changed; read the notes on the CKAN interface"
        ) from error
    matching = [one for one in listed if re.fullmatch(name, one[0], re.IGNORECASE)]
    if not matching:
        raise SourceError(
            f"url={described.url} lists no file named {name!r} (there are {[one[0] for one in listed][:5]}): adapt the name in the ingest module"
        )
    newest = max(matching, key=lambda one: one[:2])
    if not re.match(r"https://\S+$", str(newest[2])):
        raise SourceError(
            f"url={described.url} gives the address {newest[2]!r} for {newest[0]}: expected one with https"
        )
    return dict(newest[3])
