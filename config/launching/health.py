"""Is the portal answering?"""

import http.client

from config import env
from config.launching.place import Place


def healthy(place: Place) -> bool:
    """True when /healthz answers 200: migrations are done and the first data are in."""
    # http.client and not urllib: a proxy in the environment must not stand in between.
    connection = http.client.HTTPConnection(place.probe_host, place.port, timeout=2)
    try:
        connection.request("GET", "/healthz", headers={"Host": _host_header(place)})
        return connection.getresponse().status == http.HTTPStatus.OK
    except (OSError, http.client.HTTPException):
        return False
    finally:
        connection.close()


def _host_header(place: Place) -> str:
    """A name this portal accepts: with ALLOWED_HOSTS set, loopback may not be among them."""
    names = [name.lstrip(".") for name in env.words("ALLOWED_HOSTS") if name != "*"]
    return names[0] if names else place.bind.replace(place.host, place.probe_host)
