"""A crowd that asks for the dearest files: the memory it takes, and how long a reader's click takes meanwhile."""

import statistics
import threading
import time
from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor

from attacks.outcome import Outcome, judged
from attacks.target import Target, chromium

FAMILY = "crowd"
CLIENTS, MOST_MB, MOST_SECONDS = 24, 500.0, 0.5
ROUNDS = 2  # files that each client asks for
CLICKS = 40  # at most
DEAR = ("snapshot.png?size=a3&scale=4", "snapshot.png?size=slide&scale=4", "brief.pdf?", "snapshot.pdf?size=a3",
        "brief.docx?", "tour.html?")  # fmt: skip
EVERY = 0.1  # seconds between two looks at the memory


def attack(target: Target, *, thorough: bool = True) -> Iterator[Outcome]:
    """Nothing in the short form: it takes minutes and all cores."""
    if not thorough or not target.pid:
        yield Outcome(FAMILY, "files at once", None, 0, "only in the long form, against an app that is started here")
        return
    if not (browser := chromium()):
        yield Outcome(FAMILY, "files at once", None, 0, "there is no Chromium; MAPAPP_CHROMIUM names one")
        return
    from first_visit import CLICK_COUNTRY, STOPS_SHOWN

    from attacks.browser import Browsing

    with Browsing(browser, target.address) as browsing:
        page = browsing.page()
        page.goto(f"{target.address}?tour=large", wait_until="commit")
        page.wait_for_function(STOPS_SHOWN)
        page.wait_for_timeout(3000)

        def click() -> float:
            page.wait_for_timeout(300)
            return float(page.evaluate(CLICK_COUNTRY)) / 1000

        target.ask("/snapshot.png")  # what writes pictures is loaded once
        quiet = [click() for _ in range(12)][2:]
        rise, statuses, busy = _crowded(target, click)
    written = f"{statuses.count(200)} written, {statuses.count(503)} told to come again"
    other = [f"answered {status}" for status in statuses if status not in (200, 503)]
    grown = [f"memory rose by {rise:.0f} MB"] if rise > MOST_MB else []
    yield judged(FAMILY, f"memory under {CLIENTS} clients", len(statuses), other + grown, f"+{rise:.0f} MB; {written}")
    slow, usual = _late(busy), _late(quiet)
    said = f"95 of 100 clicks within {slow:.2f} s; without the crowd {usual:.2f} s"
    yield judged(FAMILY, "a reader's click meanwhile", len(busy), [said] if slow > MOST_SECONDS else [], said)


def _late(times: list[float]) -> float:
    return statistics.quantiles(times, n=20, method="inclusive")[-1]


def _crowded(target: Target, click: Callable[[], float]) -> tuple[float, list[int], list[float]]:
    """By how many MB the memory rose at most, the statuses of all answers, and the seconds of each click."""
    before, most, ended = target.megabytes(), [0.0], threading.Event()

    def watch() -> None:
        while not ended.wait(EVERY):
            most[0] = max(most[0], target.megabytes())

    def client(number: int) -> list[int]:
        asked = (f"/{DEAR[(number + turn) % len(DEAR)]}&text={'e' * (1 + number % 3)}&at=66.{number},41,{4 + turn}"
                 for turn in range(ROUNDS))  # fmt: skip
        return [target.ask(path).status for path in asked]

    times: list[float] = []
    with ThreadPoolExecutor(CLIENTS + 1) as clients:
        clients.submit(watch)
        crowd = [clients.submit(client, number) for number in range(CLIENTS)]
        began = time.monotonic()
        while len(times) < CLICKS and (len(times) < 3 or not all(future.done() for future in crowd)):
            times.append(click())
            if time.monotonic() - began > 300:
                break
        statuses = [status for future in crowd for status in future.result()]
        ended.set()
    return most[0] - before, statuses, times
