"""Time under the map: its handles filter, its signs select, and it plays; in the app and in the saved file alike."""

import re
from pathlib import Path

import pytest
from playwright.sync_api import BrowserContext, Frame, Locator, Page, expect

from tests.browser.conftest import Open, shown, the_map
from tests.exports.picture.snapshots import written

pytestmark = pytest.mark.browser
MARKS = 7  # of the default tour


def handle(frame: Frame | Page, which: str) -> Locator:
    return frame.get_by_role("slider", name=f"{which} day shown")


def drag(page: Page, thumb: Locator, to_x: float) -> None:
    box = thumb.bounding_box()
    assert box
    page.mouse.move(box["x"] + box["width"] / 2, box["y"] + box["height"] / 2)
    page.mouse.down()
    page.mouse.move(to_x, box["y"] + 5, steps=6)
    page.mouse.up()


def column(frame: Frame | Page, words: str) -> dict[str, float]:
    day = frame.locator(".time-column > span", has_text=words).locator("..")
    expect(day).to_be_visible()
    box = day.bounding_box()
    assert box
    return {"x": box["x"], "width": box["width"]}


def test_a_handle_that_is_dragged_filters_map_list_and_address(visit: Open) -> None:
    page = visit()
    frame = the_map(page)
    shown(page, MARKS)
    day = column(frame, "Fri 28 March")
    drag(page, handle(frame, "Last"), day["x"] + day["width"] / 2)
    expect(page).to_have_url(re.compile("until=2025-03-28"))
    expect(page.get_by_text("13 of 15 events")).to_be_visible()
    expect(page.locator(".list .event")).to_have_count(13)
    expect(handle(frame, "Last")).to_have_attribute("aria-valuetext", "Friday 28 March 2025")
    page.get_by_role("button", name="Clear filters").click()
    shown(page, MARKS)
    expect(handle(frame, "Last")).to_have_attribute("aria-valuetext", "Thursday 31 December 2026")


def test_the_keyboard_moves_a_handle_and_neither_passes_the_other(visit: Open) -> None:
    page = visit()
    frame = the_map(page)
    first = handle(frame, "First")
    expect(first).to_have_attribute("aria-valuetext", "Tuesday 4 March 2025")
    first.press("ArrowRight")
    expect(page).to_have_url(re.compile("since=2025-03-26"))
    first.press("End")
    expect(first).to_have_attribute("aria-valuetext", "Thursday 1 January 2026")
    expect(page).to_have_url(re.compile("since=2026-01-01"))
    handle(frame, "Last").press("Home")
    expect(handle(frame, "Last")).to_have_attribute("aria-valuetext", "Thursday 31 December 2026")
    first.press("Home")
    expect(page).not_to_have_url(re.compile("since="))


def test_an_address_sets_the_handles(visit: Open) -> None:
    page = visit("?since=2025-03-28&until=2025-04-03&country=UZ")
    frame = the_map(page)
    expect(handle(frame, "First")).to_have_attribute("aria-valuetext", "Friday 28 March 2025")
    expect(handle(frame, "Last")).to_have_attribute("aria-valuetext", "Thursday 3 April 2025")
    handle(frame, "First").press("Home")
    shown(page, 2)  # Tashkent and Samarkand are there at once, not after the server's answer alone
    expect(page).to_have_url(re.compile(r"country=UZ"))


def test_the_next_event_opens_its_card_and_is_chosen_in_the_list(visit: Open) -> None:
    page = visit()
    frame = the_map(page)
    frame.get_by_role("button", name="Next event").click()
    expect(frame.locator(".card")).to_contain_text("as first announced")
    frame.get_by_role("button", name="Next event").click()
    expect(page.locator(".list .event[aria-pressed=true]")).to_contain_text("20th EU–Central Asia Ministerial")
    frame.get_by_role("button", name="Previous event").click()
    expect(page).to_have_url(re.compile("event=ministerial-planned"))


def test_a_sign_says_what_it_is_and_opens_its_card(visit: Open) -> None:
    page = visit()
    frame = the_map(page)
    day = column(frame, "Fri 28 March")
    for sign in frame.locator(".time-dot").all():
        sign.hover()
        box = sign.bounding_box()
        if (
            box
            and day["x"] < box["x"] < day["x"] + day["width"]
            and "Tokayev" in frame.locator(".time-said").inner_text()
        ):
            break
    expect(frame.locator(".time-said")).to_contain_text("Friday 28 March 2025")
    page.mouse.down()
    page.mouse.up()
    expect(frame.locator(".card")).to_contain_text("Talks with President Tokayev")


def test_the_date_of_a_card_shows_its_day_alone_and_leads_back(visit: Open) -> None:
    page = visit("?since=2025-03-20&event=tokayev")
    frame = the_map(page)
    date = frame.locator(".card").get_by_role("button", name="Friday 28 March 2025")
    date.click()
    expect(page).to_have_url(re.compile("since=2025-03-28.*until=2025-03-28"))
    expect(date).to_have_attribute("aria-pressed", "true")
    expect(handle(frame, "First")).to_have_attribute("aria-valuetext", "Friday 28 March 2025")
    expect(frame.locator(".card")).to_contain_text("Tokayev")
    date.click()
    expect(page).to_have_url(re.compile("since=2025-03-20"))
    expect(page).not_to_have_url(re.compile("until="))
    expect(date).to_have_attribute("aria-pressed", "false")
    frame.get_by_role("button", name="Show all days").click()
    expect(page).not_to_have_url(re.compile("since="))
    expect(frame.get_by_role("button", name="Show all days")).to_have_count(0)


def test_a_date_that_is_a_year_shows_the_year(visit: Open) -> None:
    page = visit("?tour=one-city-twice&event=forum")
    the_map(page).locator(".card .to-day").click()
    expect(page).to_have_url(re.compile("since=2025-06-01.*until=2025-06-30"))


def chosen(page: Page, frame: Frame | Page, title: str) -> None:
    """One event is chosen in all three places: the map has its card, the list its line, the timeline its sign."""
    expect(frame.locator(".card h2").last).to_contain_text(title)
    expect(page.locator(".list .event[aria-pressed=true]")).to_contain_text(title)
    expect(frame.locator(".time-lanes > .chosen")).to_have_count(1)


def test_map_list_and_timeline_choose_for_each_other(visit: Open) -> None:
    page = visit()
    frame = the_map(page)
    page.locator(".list [data-id=tokayev]").click()
    chosen(page, frame, "Talks with President Tokayev")
    callout = frame.locator(".card.brief")
    expect(callout.locator(".summary")).to_be_visible()
    expect(callout.locator(".who").first).to_be_hidden()
    callout.get_by_role("button", name="Read more").click()
    expect(frame.locator(".card .who").first).to_be_visible()
    frame.get_by_role("button", name="Next event").click()
    expect(frame.locator(".card.brief")).to_have_count(1)
    title = frame.locator(".card h2").last.text_content() or ""
    assert "Tokayev" not in title
    chosen(page, frame, title)
    frame.locator(".disc-icon[aria-label*='Samarkand']").first.click()
    chosen(page, frame, "First")
    expect(frame.locator(".card .sources").last).to_be_visible()
    page.locator(".list .event[aria-pressed=true]").click()
    expect(frame.locator(".card")).to_have_count(0)
    expect(frame.locator(".time-lanes > .chosen")).to_have_count(0)


def test_the_embedded_map_has_dates_that_lead_there(context: BrowserContext, address: str) -> None:
    page = context.new_page()
    page.goto(f"{address}embed?event=tokayev")
    page.locator(".card .to-day").last.click()
    page.wait_for_function("() => document.documentElement.dataset.shown === '2'")
    page.get_by_role("button", name="Show all days").click()
    page.wait_for_function(f"() => document.documentElement.dataset.shown === '{MARKS}'")
    page.get_by_role("button", name="Next event").click()
    expect(page.locator(".card.brief")).to_have_count(1)
    expect(page.locator(".time-lanes > .chosen")).to_have_count(1)


def test_a_date_that_is_pressed_before_the_timeline_is_there_leads_there_all_the_same(
    context: BrowserContext, address: str
) -> None:
    page = context.new_page()
    page.add_init_script("window.requestIdleCallback = (then) => { window.idle = [...(window.idle || []), then]; }")
    page.goto(f"{address}embed?event=tokayev")
    page.locator(".card .to-day").last.click()
    assert page.locator(".time-lanes").count() == 0
    page.evaluate("() => { for (const then of window.idle) then(); }")
    page.wait_for_function("() => document.documentElement.dataset.shown === '2'")


def test_playing_shows_the_events_one_after_the_other_and_then_all_of_them(visit: Open) -> None:
    page = visit()
    frame = the_map(page)
    shown(page, MARKS)
    frame.get_by_role("button", name="Speed").click()
    frame.get_by_role("button", name="Play").click()
    shown(page, 1)
    frame.get_by_role("button", name="Pause").wait_for()
    frame.get_by_role("button", name="Play").wait_for(timeout=15_000)
    shown(page, MARKS)
    assert "until=" not in page.url


@pytest.mark.parametrize("context", [{"viewport": {"width": 390, "height": 844}}], indirect=True)
def test_on_a_phone_it_has_one_lane_and_nothing_goes_sideways(visit: Open) -> None:
    page = visit()
    frame = the_map(page)
    expect(handle(frame, "First")).to_be_visible()
    assert frame.locator(".timeline").bounding_box()["height"] == 80  # type: ignore[index]
    assert frame.evaluate("() => document.documentElement.scrollWidth <= innerWidth")
    swiped = "document.querySelector('.time-field').scrollLeft"
    assert frame.evaluate(swiped) == 0
    frame.get_by_role("button", name="Previous event").click()  # the last one, which is out of sight
    frame.wait_for_function(f"() => {swiped} > 0")
    expect(page).to_have_url(re.compile("event="))
    handle(frame, "First").press("ArrowRight")
    expect(page).to_have_url(re.compile("since="))


@pytest.mark.parametrize("context", [{"viewport": {"width": 480, "height": 360}}], indirect=True)
def test_a_small_embed_keeps_its_room_for_the_map(context: BrowserContext, address: str) -> None:
    page = context.new_page()
    page.goto(f"{address}embed")
    page.wait_for_function("() => document.documentElement.dataset.ready === '1'")
    expect(page.locator(".timeline")).to_have_count(0)


def test_the_corridor_page_has_none(visit: Open) -> None:
    page = visit("corridor?from=aktau&to=baku", wait=False)
    frame = the_map(page)
    frame.wait_for_function("() => document.documentElement.dataset.ready === '1'")
    expect(frame.locator(".timeline")).to_have_count(0)


def test_the_saved_file_has_the_same(context: BrowserContext, tmp_path: Path) -> None:
    path = tmp_path / "tour.html"
    path.write_bytes(written("tour.html"))
    page = context.new_page()
    page.goto(path.as_uri())
    last = handle(page, "Last")
    last.press("ArrowLeft")
    expect(page.locator(".count")).to_contain_text("14 of 15 events")
    assert "until=2025-04-04" in page.url
    expect(page.locator("input[data-key=until]")).to_have_value("2025-04-04")
    page.get_by_role("button", name="Next event").click()
    expect(page.locator(".card")).to_have_count(1)
    page.get_by_role("button", name="Show all events").click()
    page.locator(".list [data-id=tokayev]").click()
    chosen(page, page, "Tokayev")
    page.locator(".card .to-day").last.click()
    expect(page.locator("input[data-key=since]")).to_have_value("2025-03-28")
    page.locator(".card .to-day").last.click()
    expect(page.locator("input[data-key=since]")).to_have_value("")
    expect(last).to_have_attribute("aria-valuetext", "Thursday 31 December 2026")
