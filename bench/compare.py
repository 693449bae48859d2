"""Wall time of pipctl against its peers, taken in turn in the same run; prints ratios.

`make bench`. Milliseconds drift with the machine and are printed only to show the scale; the ratios are what
is promised: one plan, cold, at most 2.1 times yamllint and 0.75 times check-jsonschema; a thousand plans in
one process at most 0.08 times yamllint; reading, validating and judging them at most 2.0 times reading and
validating them alone.
"""

from __future__ import annotations

import gc
import os
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Mapping, Sequence
from datetime import date
from pathlib import Path

from bench.plans import generate
from pipctl.lint.engine import Engine
from pipctl.lint.selection import select
from pipctl.model.plan import Plan
from pipctl.model.validation import validate
from pipctl.rules.catalogue import RULES
from pipctl.store.configuration import load_configuration
from pipctl.store.reader import read

ROOT = Path(__file__).parents[1]
BIN = Path(sys.executable).parent
PLAN = ROOT / "examples" / "nordlys" / "plans" / "2026-014.yaml"
RUNS = 15
THOUSAND = 1_000
TODAY = date(2026, 1, 2)


def environment(bytecode: Path) -> dict[str, str]:
    """Return the environment of every command: the bytecode of all of them is written by their first run.

    The peers come installed with theirs. Where the shell forbids Python to write any, our own sources, run
    from the work tree, would be compiled anew at every start, as they are for nobody who installs them.
    """
    inherited = {name: value for name, value in os.environ.items() if name != "PYTHONDONTWRITEBYTECODE"}
    return {**inherited, "PYTHONPYCACHEPREFIX": str(bytecode), "PIPCTL_TODAY": "2026-06-10"}


def wall(command: Sequence[str], variables: Mapping[str, str]) -> float:
    """Return the seconds that one run of a command takes; it may fail, as a linter does."""
    begun = time.perf_counter()
    subprocess.run(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, env=variables, check=False)
    return time.perf_counter() - begun


def in_turn(commands: Mapping[str, Sequence[str]], runs: int) -> dict[str, float]:
    """Return the median seconds of each command, run one after the other in rounds after one warm-up."""
    times: dict[str, list[float]] = {name: [] for name in commands}
    with tempfile.TemporaryDirectory() as bytecode:
        variables = environment(Path(bytecode))
        for turn in range(runs + 1):
            for name, command in commands.items():
                seconds = wall(command, variables)
                if turn:
                    times[name].append(seconds)
    return {name: statistics.median(taken) for name, taken in times.items()}


def show(title: str, medians: dict[str, float], limits: dict[str, float]) -> None:
    """Print the medians and the ratio of pipctl to each peer beside what is promised."""
    own = medians["pipctl"]
    print(f"\n{title}")
    print(f"  {'pipctl lint':<22}{own * 1000:>9.1f} ms")
    for name, seconds in medians.items():
        if name != "pipctl":
            promised = f"   at most {limits[name]}" if name in limits else ""
            print(f"  {name:<22}{seconds * 1000:>9.1f} ms   ratio {own / seconds:.3f}{promised}")


def read_and_validate(contents: Sequence[bytes]) -> None:
    """Do with every file what comes before any rule."""
    for content in contents:
        source = read("plan.yaml", content)
        validate(source.data, Plan, source.empty)


def judge(contents: Sequence[bytes]) -> None:
    """Judge every file by the whole catalogue, from its bytes to the findings."""
    policy = load_configuration(None).policy
    engine = Engine(select(RULES, policy), policy, TODAY, "en")
    sources = (read(f"{number}.yaml", content) for number, content in enumerate(contents))
    engine.run(sources, whole_repository=True)


def cost_of_rules(rounds: int) -> list[tuple[float, float]]:
    """Return the seconds without and with rules of a thousand plans in this process, round by round.

    Every round has plans of its own, after one to warm up: nothing that was read before helps.
    """
    gc.set_threshold(1_000_000, 50, 50)  # as the program itself does
    taken = []
    for turn in range(rounds + 1):
        first = turn * THOUSAND
        contents = [generate(seed).text.encode() for seed in range(first, first + THOUSAND)]
        begun = time.perf_counter()
        read_and_validate(contents)
        between = time.perf_counter()
        judge(contents)
        taken.append((between - begun, time.perf_counter() - between))
    return taken[1:]


def show_cost_of_rules(taken: Sequence[tuple[float, float]]) -> None:
    """Print the medians and the ratio beside what is promised."""
    without, judged = (statistics.median(seconds) for seconds in zip(*taken, strict=True))
    ratio = statistics.median(judged / without for without, judged in taken)
    print(f"\nThe rules, {THOUSAND} plans in one process, median of {len(taken)}")
    print(f"  {'read and validated':<22}{without * 1000:>9.1f} ms")
    print(f"  {'judged as well':<22}{judged * 1000:>9.1f} ms   ratio {ratio:.3f}   at most 2.0")


def main() -> None:
    """Measure one plan cold, a thousand plans in one process, and what of that the rules take."""
    schema = ROOT / "schemas" / "plan.schema.json"
    one = {
        "pipctl": [str(BIN / "pipctl"), "lint", str(PLAN)],
        "yamllint": [str(BIN / "yamllint"), str(PLAN)],
        "check-jsonschema": [str(BIN / "check-jsonschema"), "--schemafile", str(schema), str(PLAN)],
        "python": [sys.executable, "-c", "pass"],
    }
    show(f"One plan, cold, median of {RUNS}", in_turn(one, RUNS), {"yamllint": 2.1, "check-jsonschema": 0.75})
    with tempfile.TemporaryDirectory() as folder:
        plans = Path(folder) / "plans"
        plans.mkdir()
        for seed in range(THOUSAND):
            (plans / f"{seed:04}.yaml").write_text(generate(seed).text, encoding="utf-8")
        many = {
            "pipctl": [str(BIN / "pipctl"), "lint", str(plans), "--today", str(TODAY)],
            "yamllint": [str(BIN / "yamllint"), "-d", "relaxed", str(plans)],
        }
        show(f"{THOUSAND} plans in one process, median of 3", in_turn(many, 3), {"yamllint": 0.08})
    show_cost_of_rules(cost_of_rules(5))


if __name__ == "__main__":
    main()
