"""Draw the picture in the README: two pages of an example, side by side. Needs poppler and Pillow."""

from __future__ import annotations

import subprocess
import sys
import tempfile
from pathlib import Path

from PIL import Image

ROOT = Path(__file__).parents[1]
PLAN = ROOT / "examples" / "nordlys" / "plans" / "2026-014.yaml"
PAGES = (2, 5)
RESOLUTION = 70
MARGIN = 12


def main() -> None:
    """Write docs/plan.png."""
    with tempfile.TemporaryDirectory() as folder:
        pdf = Path(folder) / "plan.pdf"
        subprocess.run(
            [Path(sys.executable).with_name("pipctl"), "render", PLAN, "-o", pdf, "-q"], check=True
        )
        subprocess.run(["pdftoppm", "-r", str(RESOLUTION), "-png", pdf, Path(folder) / "page"], check=True)
        pages = [Image.open(Path(folder) / f"page-{number}.png") for number in PAGES]
        width = sum(page.width + MARGIN for page in pages) + MARGIN
        picture = Image.new("RGB", (width, pages[0].height + 2 * MARGIN), "#d9dee2")
        left = MARGIN
        for page in pages:
            picture.paste(page, (left, MARGIN))
            left += page.width + MARGIN
        (ROOT / "docs").mkdir(exist_ok=True)
        picture.quantize(48).save(ROOT / "docs" / "plan.png", optimize=True)


if __name__ == "__main__":
    main()
