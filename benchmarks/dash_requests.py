"""What a browser sends to Dash, put together from what the application says of its callbacks."""

from collections.abc import Mapping
from typing import Any

from flask.testing import FlaskClient

Json = dict[str, Any]


def opened(client: FlaskClient, path: str) -> Any:
    """The page that Dash's router answers for an address."""
    location = [
        {"id": "_pages_location", "property": name, "value": value}
        for name, value in (("pathname", path), ("search", ""))
    ]
    return post(client, request_for(client, "_pages_content.children", location, location[:1]))


def request_for(client: FlaskClient, output: str, inputs: list[Json], state: list[Json]) -> Json:
    """The body that asks for an output."""
    listed = client.get("/_dash-dependencies").get_json()
    wanted = next(one["output"] for one in listed if f"{output}." in f"{one['output']}.")
    names = (one.rsplit(".", 1) for one in wanted.strip(".").split("..."))
    outputs = [{"id": component, "property": name} for component, name in names]
    return {
        "output": wanted,
        "outputs": outputs if wanted.startswith("..") else outputs[0],
        "inputs": inputs,
        "state": state,
        "changedPropIds": [f"{inputs[0]['id']}.{inputs[0]['property']}"],
    }


def post(client: FlaskClient, asked: Mapping[str, Any]) -> Any:
    """What the callback answers."""
    answer = client.post("/_dash-update-component", json=asked)
    if answer.status_code != 200:
        raise RuntimeError(f"{asked['output']} answered {answer.status_code}: {answer.text[:200]}")
    return answer


def data_of(content: Any, component: str) -> Any:
    """The data of a store, wherever it stands in a page."""
    if isinstance(content, dict):
        if content.get("props", {}).get("id") == component:
            return content["props"]["data"]
        content = list(content.values())
    found = (data_of(part, component) for part in content) if isinstance(content, list) else ()
    return next((one for one in found if one is not None), None)
