"""Sound plans by the thousand, and faults planted in them at known lines.

Every plan differs in names, days, lengths, numbers and order of optional parts, and each of its sentences
from those of every other plan, so that no reading of one serves another; none has anything for a rule to
find on its own day. A fault changes or removes one line and says which rule must then point
at which line. Used by the benchmarks and by `tests/acceptance/test_planted_faults.py`.
"""

from __future__ import annotations

import random
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Literal, TypeAlias

from pipctl.model.agreement import Rhythm
from pipctl.model.scalars import Country
from pipctl.model.seal import digest
from pipctl.schedule.rhythm import PlannedMeeting, lay_check_ins
from pipctl.schedule.workdays import WorkCalendar
from pipctl.store.reader import read

Course: TypeAlias = Literal["draft", "delivered", "signed", "closed"]
"""How far a plan has come: a draft a week before the start, handed over or signed on the first day, or closed
as not achieved after half of the meetings fell through, which is said."""

NAMES = {
    "DK": ["Søren Æbelø", "Åse Lindqvist", "Mette Bjerre", "Jørgen Østergård", "Ida Kjær", "Poul Åkjær"],
    "SE": ["Åsa Öberg", "Ulf Ek", "Märta Öhman", "Göran Sjö", "Elin Ängström", "Örjan Hägglund"],
}
_FEWEST_CASES = 200
"""`{n}` in a sentence is this and the seed."""
WORDS = {
    "DK": {
        "text": "Øg andelen af sager i kø {n}, der er løst første gang, fra {a} % til {b} % senest den {d}.",
        "indicator": "Egne sager i kø {n} løst første gang, gennemsnit pr. uge",
        "goal2": "Svar på alle henvendelser i kø {n} inden for 24 timer frem til den {d}.",
        "indicator2": "Henvendelser i kø {n} besvaret inden for 24 timer",
        "source": "Ugerapport {n} fra sagssystemet",
        "how": "Gennemgå fem sager om ugen fra kø {n} med teamlederen.",
        "relevance": "Målet for de {n} sager om året er det samme for alle.",
        "support": "Sparring om svære sager i kø {n} hver tirsdag",
        "support2": "Kursus {n} i sagssystemet, to halve dage",
        "duty": "Følger arbejdsgang {n} og fører log.",
        "what": "Syv af {n} stikprøver var besvaret efter mere end 24 timer.",
        "effect": "De syv kunder i kø {n} måtte ringe igen.",
        "step": "Samtale om svartid i kø {n} og om arbejdsgangen.",
        "result": "Svartiden i kø {n} faldt i to uger og steg igen.",
        "expected": "Mindst 85 % af {n} sager løst første gang.",
        "actual": "72 % af {n} sager løst første gang i januar.",
        "causes": "Vagtplan {n} lagde telefonvagt oven i sagsbehandlingen.",
        "consequence": "Nås målene i kø {n} ikke, kan det føre til omplacering eller opsigelse.",
        "shortcomings": "Møderne om kø {n} mellem den første og den sidste uge blev ikke holdt.",
    },
    "SE": {
        "text": (
            "Öka andelen ärenden i kö {n} som löses vid första kontakten från {a} % till {b} % "
            "senast den {d}."
        ),
        "indicator": "Egna ärenden i kö {n} lösta vid första kontakten, snitt per vecka",
        "goal2": "Besvara alla ärenden i kö {n} inom 24 timmar fram till den {d}.",
        "indicator2": "Ärenden i kö {n} besvarade inom 24 timmar",
        "source": "Veckorapport {n} ur ärendesystemet",
        "how": "Gå igenom fem ärenden i veckan ur kö {n} med chefen.",
        "relevance": "Målet för de {n} ärendena om året är detsamma för alla.",
        "support": "Handledning i svåra ärenden i kö {n} varje tisdag",
        "support2": "Utbildning {n} i ärendesystemet, två halvdagar",
        "duty": "Följer arbetsgång {n} och för logg.",
        "what": "Sju av {n} stickprov besvarades efter mer än 24 timmar.",
        "effect": "De sju kunderna i kö {n} fick ringa igen.",
        "step": "Samtal om svarstiden i kö {n} och om arbetsgången.",
        "result": "Svarstiden i kö {n} sjönk i två veckor och ökade sedan igen.",
        "expected": "Minst 85 % av {n} ärenden lösta vid första kontakten.",
        "actual": "72 % av {n} ärenden lösta vid första kontakten i januari.",
        "causes": "Schema {n} lade telefonpass ovanpå handläggningen.",
        "consequence": "Om målen i kö {n} inte nås kan det leda till omplacering eller uppsägning.",
        "shortcomings": "Avstämningarna om kö {n} mellan första och sista veckan blev inte av.",
    },
}


@dataclass(frozen=True)
class GeneratedPlan:
    """A plan as lines, with the numbers of the lines that faults are planted at.

    Attributes:
        lines: the file.
        marks: name of a place → its line, counted from 1.
        today: the day on which nothing is found in it.
    """

    lines: tuple[str, ...]
    marks: dict[str, int]
    today: date

    @property
    def text(self) -> str:
        """The file as text."""
        return "\n".join(self.lines) + "\n"


@dataclass(frozen=True)
class Fault:
    """A fault to plant.

    Attributes:
        code: the rule that must find it, and only it.
        mark: the line that is changed, or removed where `write` is None.
        found_at: the mark where it is found; the line itself where None.
        write: the old line → the new one.
        course: how far the plan has come.
    """

    code: str
    mark: str
    found_at: str | None = None
    write: Callable[[str], str] | None = None
    course: Course = "draft"


def _instead(old: str, new: str) -> Callable[[str], str]:
    return lambda line: line.replace(old, new)


FAULTS: tuple[Fault, ...] = (
    Fault("SC01", "provider", write=_instead("provider:", "provder:")),
    Fault("SC02", "due", write=lambda line: line.split(":")[0] + ": 1.4.2026"),
    Fault("SC02", "target", write=_instead("target: 85", "target: 85,5")),
    Fault("SC03", "manager-name", found_at="manager", write=_instead("name:", "role:")),
    Fault("SC04", "supports", write=_instead("G2]", "G2, G7]")),
    Fault("YM02", "how", found_at="relevance", write=_instead("how:", "relevance:")),
    Fault("BG02", "expected", found_at="background"),
    Fault("KP01", "baseline", found_at="measure-1"),
    Fault("GO14", "relevance", found_at="goal-1"),
    Fault("GO15", "how", found_at="goal-1"),
    Fault("KP02", "source", found_at="measure-1"),
    Fault("KP03", "influence", write=_instead("80", "60")),
    Fault("SU02", "provider", found_at="support-1"),
    Fault("PR03", "is_warning", found_at="first"),
    Fault("CH05", "final", found_at="check_ins", write=_instead("final", "status")),
    Fault("PV05", "erase_by", found_at="first"),
    Fault("PV05", "erase_by", write=_instead("by: 202", "by: 203")),
    Fault("SG01", "delivered-employee", found_at="start", course="delivered"),
    Fault("SG03", "delivered-manager", found_at="signed-manager", course="signed"),
    Fault("DR01", "since", found_at="signed-manager", write=_instead("2021", "2020"), course="signed"),
    Fault("DR01", "target", found_at="signed-manager", write=_instead("85", "86"), course="closed"),
    Fault("OC02", "verdict-2", found_at="verdicts", course="closed"),
    Fault(
        "OC04",
        "last-results",
        found_at="verdict-1",
        write=_instead("G1, value: ", "G1, value: 1"),
        course="closed",
    ),
    Fault("OC05", "shortcomings", found_at="closed", course="closed"),
)


def generate(seed: int, course: Course = "draft") -> GeneratedPlan:
    """Return the plan of a seed, as far as it has come."""
    chance = random.Random(seed)  # noqa: S311 - no secret hangs on it
    country: Country = chance.choice(("DK", "SE"))
    start = date(2026, 1, 5) + timedelta(days=chance.randrange(10) * 7 + chance.randrange(5))
    days = chance.choice([49, 56]) if country == "SE" else chance.choice([56, 60, 70, 84, 90])
    calendar = WorkCalendar(country, extra_days_off=True)
    start = calendar.next_working_day(start)
    writer = _Writer(seed, chance, country, start, start + timedelta(days=days), calendar)
    return writer.plan(seed, course)


class _Writer:
    def __init__(
        self,
        seed: int,
        chance: random.Random,
        country: Country,
        start: date,
        end: date,
        calendar: WorkCalendar,
    ) -> None:
        self.chance, self.country, self.start, self.end = chance, country, start, end
        self.calendar = calendar
        self.words = {
            key: text.replace("{n}", str(_FEWEST_CASES + seed)) for key, text in WORDS[country].items()
        }
        self.lines: list[str] = []
        self.marks: dict[str, int] = {}
        self.meetings: Sequence[PlannedMeeting] = ()

    def add(self, line: str, mark: str | None = None) -> None:
        self.lines.append(line)
        if mark:
            self.marks[mark] = len(self.lines)

    def plan(self, seed: int, course: Course) -> GeneratedPlan:
        if self.chance.random() < 0.5:  # noqa: PLR2004 - every other plan
            self.add(f"# plan {seed}")
        self._parties(seed)
        self._background()
        self._goals()
        self._support()
        self._rest()
        days = {"draft": self.start - timedelta(days=7), "closed": self.end + timedelta(days=1)}
        if course != "draft":
            self._record(course)
        return GeneratedPlan(tuple(self.lines), self.marks, days.get(course, self.start))

    def _parties(self, seed: int) -> None:
        employee, manager = self.chance.sample(NAMES[self.country], 2)
        prepared = self.start - timedelta(days=10)
        self.add("pipctl: 1", "first")
        self.add(f"id: 2026-{seed:04}")
        self.add(f"language: {'da' if self.country == 'DK' else 'sv'}")
        self.add(f"country: {self.country}")
        self.add("employee:")
        self.add(f"  name: {employee} {seed}")
        self.add("  since: 2021-08-01", "since")
        self.add("manager:", "manager")
        self.add(f"  name: {manager}", "manager-name")
        self.add("hr: {ref: hr-02}")
        self.add(f"representative: {{offered: {prepared}}}")
        self.add("period:")
        self.add(f"  start: {self.start}", "start")
        self.add(f"  end: {self.end}")
        self.add(f"prepared: {{manager: {prepared}, employee: {prepared}}}")

    def _background(self) -> None:
        words, start = self.words, self.start
        self.add("background:", "background")
        self.add("  category: results")
        self.add(f"  expected: {words['expected']}", "expected")
        self.add(f"  actual: {words['actual']}")
        self.add("  incidents:")
        self.add(f"    - date: {start - timedelta(days=80)}")
        self.add(f"      what: {words['what']}")
        self.add(f"      effect: {words['effect']}")
        self.add("  earlier_steps:")
        for days in (70, 35):
            self.add(f"    - date: {start - timedelta(days=days)}")
            self.add("      kind: conversation")
            self.add(f"      what: {words['step']}")
            self.add(f"      result: {words['result']}")
        self.add(f"  causes: {words['causes']}")

    def _goals(self) -> None:
        words, baseline = self.words, self.chance.randrange(68, 76)
        period = f"{self.start - timedelta(days=60)}/{self.start - timedelta(days=10)}"
        text = words["text"].format(a=baseline, b=85, d=self.end)
        self.add("goals:")
        self.add("  - id: G1", "goal-1")
        for key, value in (("text", text), ("kind", "result"), ("priority", 1), ("due", self.end)):
            self.add(f"    {key}: {value}", key)
        self.add("    measure:", "measure-1")
        for key, value in (
            ("indicator", words["indicator"]),
            ("unit", '"%"'),
            ("baseline", baseline),
            ("baseline_period", period),
            ("target", 85),
            ("source", words["source"]),
            ("reported_by", "manager"),
            ("every", "week"),
            ("timing", "lagging"),
            ("focus", "outcome"),
            ("aspect", "quality"),
            ("influence", 80),
        ):
            self.add(f"      {key}: {value}", key)
        self.add(f"    how: {words['how']}", "how")
        self.add(f"    relevance: {words['relevance']}", "relevance")
        self._second_goal(period)

    def _second_goal(self, period: str) -> None:
        words = self.words
        self.add("  - id: G2", "goal-2")
        self.add(f"    text: {words['goal2'].format(d=self.end)}")
        self.add("    kind: behavior")
        self.add("    priority: 2")
        self.add(f"    due: {self.end}")
        self.add(
            f'    measure: {{indicator: {words["indicator2"]}, unit: "%", baseline: 82, '
            f"baseline_period: {period}, target: 95, source: {words['source']}, reported_by: manager, "
            "every: week, timing: leading, focus: output, aspect: quantity, influence: 90, balanced_by: G1}"
        )
        self.add(f"    how: {words['how']}")
        self.add(f"    relevance: {words['relevance']}")

    def _support(self) -> None:
        self.add("support:")
        first = [("what", self.words["support"]), ("kind", "coaching"), ("provider", "manager")]
        second = [("what", self.words["support2"]), ("kind", "training"), ("provider", "hr")]
        for number, rows in ((1, first), (2, second)):
            self.add(f"  - id: S{number}", f"support-{number}")
            for key, value in rows:
                self.add(f"    {key}: {value}", key if number == 1 else None)
            self.add(f"    start: {self.start + timedelta(days=4)}")
            self.add(f"    due: {self.end - timedelta(days=14)}")
            self.add(
                "    goals: [G1, G2]" if number == 1 else "    goals: [G2]",
                "supports" if number == 1 else None,
            )

    def _rest(self) -> None:
        self.add("responsibilities:")
        for party in ("employee", "manager", "hr"):
            self.add(f"  {party}:")
            self.add(f"    - {self.words['duty']}")
        rhythm = self.chance.choice(["weekly", "biweekly"])
        self.add("follow_up:")
        self.add(f"  rhythm: {rhythm}")
        self.add("  check_ins:", "check_ins")
        self.meetings = lay_check_ins(self.calendar, self.start, self.end, _rhythm(rhythm))
        for number, meeting in enumerate(self.meetings):
            line = f"    - {{id: C{number}, date: {meeting.day}, kind: {meeting.kind}}}"
            self.add(line, "final" if meeting.kind == "final" else None)
        self.add("consequence:")
        self.add(f"  not_met: {self.words['consequence']}")
        self.add("is_warning: false", "is_warning")
        self.add(f"erase_by: {self.end + timedelta(days=365)}", "erase_by")

    def _record(self, course: Course) -> None:
        sealed = digest(read("plan.yaml", "\n".join(self.lines).encode()).data)
        self.add("record:")
        self.add(f"  - {{date: {self.start - timedelta(days=7)}, event: reviewed, by: hr}}")
        for party in ("employee", "manager"):
            line = f"  - {{date: {self.start}, event: delivered, to: {party}, what: plan}}"
            self.add(line, f"delivered-{party}")
        if course == "delivered":
            return
        for party, accepts in (("manager", ""), ("employee", ", accepts: [G1, G2]")):
            line = f'  - {{date: {self.start}, event: signed, by: {party}, digest: "{sealed}"{accepts}}}'
            self.add(line, f"signed-{party}")
        if course == "closed":
            self._course()
            self._outcome()

    def _course(self) -> None:
        """Record the first and the last meeting as held, the others as called off, the support as given."""
        rows = [
            (self.end - timedelta(days=14), f"event: support, support: S{one}, result: delivered")
            for one in (1, 2)
        ]
        for number, meeting in enumerate(self.meetings):
            row = f"check_in: C{number}, "
            if meeting.kind in ("kick-off", "final"):
                row = f"event: check-in, {row}present: [employee, manager], shared: {meeting.day}, "
                row += "results: [{goal: G1, value: 70}, {goal: G2, value: 80}], next_steps: "
                row += f"[{{what: {self.words['how']}, who: manager, due: {meeting.day}}}]"
            else:
                row = f"event: not-held, {row}by: hr"
            rows.append((meeting.day, row))
        for day, row in sorted(rows, key=lambda one: one[0]):
            self.add(f"  - {{date: {day}, {row}}}", "last-results")

    def _outcome(self) -> None:
        self.add(f"  - date: {self.end}", "closed")
        self.add("    event: closed")
        self.add("    result: not-achieved")
        self.add("    goals:", "verdicts")
        for number in (1, 2):
            self.add(f"      - {{goal: G{number}, result: not-achieved}}", f"verdict-{number}")
        self.add(f"    shortcomings: {self.words['shortcomings']}", "shortcomings")


def _rhythm(written: str) -> Rhythm:
    return "weekly" if written == "weekly" else "biweekly"


def plant(plan: GeneratedPlan, fault: Fault) -> tuple[str, int]:
    """Return the text of a plan with a fault in it, and the line on which it must be found."""
    index = plan.marks[fault.mark] - 1
    lines = list(plan.lines)
    found = plan.marks[fault.found_at] if fault.found_at else index + 1
    if fault.write is None:
        del lines[index]
        found -= int(found > index + 1)
    else:
        lines[index] = fault.write(lines[index])
    return "\n".join(lines) + "\n", found
