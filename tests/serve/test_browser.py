"""The application in a real browser: Debian's Chromium, driven over loopback, nothing else reachable.

Skipped with a word where there is none (`apt-get install chromium`). axe-core (MPL-2.0, in tests/vendor/) judges every
page.
"""

import os
import shutil
import subprocess
import sys
import threading
from contextlib import contextmanager
from dataclasses import asdict, dataclass
from itertools import product
from pathlib import Path

import pytest

import crowd
from riwaya.run import desk
from riwaya.store import Store

playwright = pytest.importorskip("playwright.sync_api", reason="playwright is not installed")
CHROMIUM = shutil.which("chromium") or shutil.which("chromium-browser") or shutil.which("google-chrome")
AXE = (Path(__file__).parents[1] / "vendor" / "axe.min.js").read_text("utf-8")
SHOTS = os.environ.get("RIWAYA_SHOTS")  # a folder that takes a picture of every page, to be looked at
PAGES = (
    "today",
    "story",
    "whole",
    "article",
    "compare",
    "speaker",
    "outlet",
    "outlets",
    "speakers",
    "search",
    "missing",
)
WIRE, MARKUP = 60_000, 200_000  # bytes: the whole without faces as it comes, and a page unpacked
PHONE, DESK = 390, 1280
RIWAYA = Path(sys.executable).with_name("riwaya")


@dataclass(frozen=True)
class Reader:
    language: str = "ar"
    theme: str = "light"
    width: int = DESK
    script: bool = True

    def __str__(self):
        return f"{self.language}-{self.theme}-{self.width}"


READERS = [Reader(*one) for one in product(("ar", "en"), ("light", "dark"), (PHONE, DESK))]


class Served:
    """`riwaya serve` in a process of its own, on a free port of this machine; no socket is opened in this one."""

    def __init__(self, store):
        command = [RIWAYA, "serve", "--store", str(store), "--port", "0"]
        self.process = subprocess.Popen(command, stderr=subprocess.PIPE, text=True)
        line = self.process.stderr.readline()
        assert "http://" in line, line + self.process.stderr.read()
        self.base = line.split()[1].rstrip("/")
        self.said = []
        self.thread = threading.Thread(target=lambda: self.said.extend(self.process.stderr), daemon=True)
        self.thread.start()

    def stop(self):
        self.process.terminate()
        self.process.wait(20)
        self.thread.join(5)
        self.process.stderr.close()
        assert self.said == []


@contextmanager
def serving(store):
    app = Served(store)
    try:
        yield app.base
    finally:
        app.stop()


@pytest.fixture(scope="module")
def served(store):
    with serving(store) as base:
        yield base


@pytest.fixture(scope="module")
def browser():
    """Of this module alone: while the driver is there a loop runs, and no other test could run one."""
    if CHROMIUM is None:
        pytest.skip("no Chromium on this machine (apt-get install chromium): pages are not looked at in a browser")
    with playwright.sync_playwright() as driver:
        made = driver.chromium.launch(executable_path=CHROMIUM, args=["--no-sandbox", "--disable-gpu"])
        yield made
        made.close()


class Look:
    """One reader's window: what it asked for, what its console said."""

    def __init__(self, browser, base, reader):
        self.base = base
        size = {"width": reader.width, "height": 900}
        self.context = browser.new_context(viewport=size, java_script_enabled=reader.script)
        kept = {"language": reader.language, "theme": reader.theme}
        self.context.add_cookies([{"name": name, "value": value, "url": base} for name, value in kept.items()])
        self.page = self.context.new_page()
        self.said, self.asked = [], []
        self.page.on("console", lambda message: self.said.append(message.text))
        self.page.on("pageerror", lambda fault: self.said.append(str(fault)))
        self.page.on("request", lambda request: self.asked.append(request.url))

    def go(self, path):
        return self.page.goto(self.base + path, wait_until="load")


@pytest.fixture
def window(browser, served):
    looks = []

    def opened(base=served, **how):
        looks.append(Look(browser, base, Reader(**how)))
        return looks[-1]

    yield opened
    for look in looks:
        look.context.close()


@pytest.fixture(scope="session")
def everywhere(paths):
    return {**paths, "missing": "/no/such/page"}


@pytest.mark.parametrize("reader", READERS, ids=str)
@pytest.mark.parametrize("name", PAGES)
def test_axe_finds_nothing_and_the_console_is_silent(window, everywhere, name, reader):
    look = window(**asdict(reader))
    look.go(everywhere[name])
    look.page.evaluate(AXE)
    tags = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]
    found = look.page.evaluate("tags => axe.run(document, {runOnly: tags})", tags)
    told = [(one["id"], [node["html"][:160] for node in one["nodes"][:3]]) for one in found["violations"]]
    assert told == []
    assert [one for one in look.said if "404" not in one] == []
    assert {url.split("/")[2] for url in look.asked} == {look.base.split("/")[2]}
    assert look.page.evaluate("document.documentElement.scrollWidth <= innerWidth"), "wider than its window"
    if SHOTS:
        shot = Path(SHOTS) / f"{name}-{reader}.png"
        look.page.screenshot(path=shot, full_page=True, animations="disabled")


def weighed(look, path):
    """Bytes on the wire of a page with its style and script, faces left out, and of its markup unpacked."""
    answers = []

    def seen(answer):  # the driver takes no bound method
        answers.append(answer)

    look.page.on("response", seen)
    markup = len(look.go(path).body())
    own = [answer for answer in answers if not answer.url.endswith((".woff2", "/events"))]  # a stream never ends
    return sum(answer.request.sizes()["responseBodySize"] for answer in own), markup


@pytest.mark.parametrize("name", PAGES)
def test_a_page_is_light(window, everywhere, name):
    wire, markup = weighed(window(), everywhere[name])
    assert wire < WIRE
    assert markup < MARKUP


def test_a_story_of_a_hundred_reports_and_more_is_light(window, tmp_path_factory):
    folder = tmp_path_factory.mktemp("crowd")
    desk.build([str(crowd.write(folder / "crowd.jsonl", 300))], folder, workers=1)
    with Store.existing(folder) as held:
        story = max(held.stories(), key=lambda one: len(one.articles))
    with serving(folder) as base:
        look = window(base=base)
        look.page.set_default_timeout(120_000)
        wire, markup = weighed(look, f"/story/{story.id}")
    assert len(story.articles) > 100
    assert wire < WIRE
    assert markup < MARKUP
    assert look.said == []


def test_a_cell_opens_its_words_and_gives_focus_back_by_keyboard_alone(window, paths):
    page = (look := window()).page
    look.go(paths["story"])
    page.locator(".matrix a.stance").first.focus()
    cell = page.evaluate("document.activeElement.id")
    page.keyboard.press("Enter")
    panel = page.locator(".panel:target")
    panel.wait_for(state="visible")
    assert panel.locator("mark").count() > 0
    assert page.evaluate("document.activeElement.classList.contains('panel')")
    page.keyboard.press("Escape")
    panel.wait_for(state="hidden")
    assert page.evaluate("document.activeElement.id") == cell


def test_arrows_walk_the_matrix_as_it_reads(window, paths):
    page = (look := window()).page
    look.go(paths["story"])
    cells = page.locator(".carried tbody tr").first.locator("td a")
    cells.nth(0).focus()
    page.keyboard.press("ArrowLeft")
    assert page.evaluate("document.activeElement.closest('td').cellIndex") == 2


def test_from_the_front_page_to_the_words_by_keyboard_alone(window):
    page = (look := window()).page
    look.go("/")
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.className") == "skip"
    page.keyboard.press("Enter")
    for _ in range(40):
        page.keyboard.press("Tab")
        if page.evaluate("document.activeElement.matches('.leads h2 a')"):
            break
    page.keyboard.press("Enter")
    page.wait_for_url("**/story/**")
    page.keyboard.press("/")
    page.keyboard.type("الجسر")
    page.keyboard.press("Enter")
    page.wait_for_url("**/search**")
    assert page.locator("h1").inner_text() == "الجسر"


def test_words_asked_for_are_in_sight(window, paths):
    page = (look := window()).page
    look.go(paths["story"])
    link = page.locator('.cover a[href*="?at="]').first.get_attribute("href")
    look.go(link)
    box = page.locator("#at").bounding_box()
    assert 0 <= box["y"] < 900


@pytest.mark.parametrize("name", PAGES)
def test_a_page_is_whole_without_script(window, everywhere, name):
    page = (look := window(script=False)).page
    look.go(everywhere[name])
    assert page.locator("h1").inner_text().strip()
    assert page.locator("main").inner_text().strip()


def test_a_panel_opens_and_closes_without_script(window, paths):
    page = (look := window(script=False)).page
    look.go(paths["story"])
    page.locator(".matrix a.stance").first.click()
    assert page.locator(".panel:target mark").count() > 0
    page.locator(".panel:target .close").click()
    assert page.locator(".panel:target").count() == 0


def test_a_choice_of_language_and_theme_holds(window, paths):
    page = (look := window(theme="auto")).page
    look.go(paths["story"])
    page.locator(".settings summary").click()
    page.locator("#set-theme").select_option("dark")
    page.locator("#set-digits").select_option("latn")
    page.locator(".settings button").click()
    page.wait_for_load_state()
    assert page.url.endswith(paths["story"])
    assert page.evaluate("document.documentElement.dataset.theme") == "dark"
    dark = page.evaluate("getComputedStyle(document.body).backgroundColor")
    assert dark == "rgb(20, 22, 26)"
    page.locator(".tongue button").click()
    page.wait_for_load_state()
    assert page.evaluate("document.documentElement.dir") == "ltr"


def test_the_kept_page_can_do_nothing(window, tmp_path):
    page = tmp_path / "page.html"
    page.write_text(
        "<html><head><title>جسر</title></head><body><h1>فتح الجسر الجديد في تل الغزال</h1>"
        "<p>أعلنت بلدية تل الغزال الاثنين فتح الجسر الجديد أمام السيارات بعد سنتين من العمل فيه.</p>"
        '<p>وقالت رئيسة البلدية سلمى الهادي: "لن ننتظر شتاء آخر".</p>'
        "<script>document.title='taken'; top.document.title='taken'</script>"
        '<img src="https://evil.example/x.png" onerror="document.title=\'taken\'"></body></html>',
        "utf-8",
    )
    desk.build([str(page)], tmp_path / "store", workers=1)
    with Store.existing(tmp_path / "store") as held:
        article = next(iter(held.articles()))
    with serving(tmp_path / "store") as base:
        look = window(base=base)
        look.go(f"/article/{article.id}")
        look.page.locator("details.kept summary").click()
        frame = look.page.frame_locator("iframe")
        assert "فتح الجسر" in frame.locator("h1").inner_text()
        assert look.page.frames[1].title() == "جسر"
        assert "taken" not in look.page.title()
        assert not [url for url in look.asked if not url.startswith(base) and not url.startswith("https://evil")]
        assert all("evil" not in said or "Content Security Policy" in said for said in look.said)


def test_a_page_prints_without_its_frame(window, paths):
    page = (look := window()).page
    look.go(paths["story"])
    page.emulate_media(media="print")
    assert not page.locator(".frame").is_visible()
    assert page.locator(".panel").first.is_visible()
    assert len(page.pdf(format="A4")) > 20_000


def test_news_arrives_quietly_and_keeps_the_place(window, tmp_path):
    first, second = (crowd.write(tmp_path / f"{n}.jsonl", n) for n in (12, 20))
    folder = tmp_path / "store"
    desk.build([str(first)], folder, workers=1)
    with serving(folder) as base:
        look = window(base=base)
        look.go("/")
        assert not look.page.locator("[data-news]").is_visible()
        desk.build([str(second)], folder, workers=1)
        look.page.locator("[data-news] button").click(timeout=20_000)
        look.page.locator("[data-news]").wait_for(state="hidden")
        assert "٢٠" in look.page.locator(".leads").inner_text()
        assert look.said == []
        look.page.close()
