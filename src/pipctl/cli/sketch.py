"""A plan that is being talked through, as a person sees it: its meetings, and all of it at the end."""

from __future__ import annotations

from collections.abc import Sequence

from pipctl.actions.destination import NOWHERE
from pipctl.actions.new_plan import NewPlan
from pipctl.actions.scaffold import meetings_of
from pipctl.cli.asking import Talk
from pipctl.cli.tables import plain_table, shown
from pipctl.lint.finding import Finding
from pipctl.store.texts import filled, load_texts

_MOST_MEETINGS = 16


def show_meetings(talk: Talk, plan: NewPlan) -> None:
    """Show the meetings that are laid, the first of many and when the last one is."""
    meetings = meetings_of(plan)
    talk.console.print()
    if not meetings:
        talk.tell("no-meetings", "yellow")
        return
    talk.tell("meetings", count=len(meetings))
    dates, kinds = load_texts(talk.language, "dates"), load_texts(talk.language, "due")["meetings"]
    table = plain_table("", "", "", "", "")
    table.show_header = False
    for number, one in enumerate(meetings[:_MOST_MEETINGS]):
        week = filled(dates["week"], {"week": one.day.isocalendar().week})
        row = (f"  C{number}", str(one.day), dates["weekdays"][one.day.weekday()], week, kinds[one.kind])
        table.add_row(*(shown(cell) for cell in row))
    talk.console.print(table)
    if hidden := len(meetings) - _MOST_MEETINGS if len(meetings) > _MOST_MEETINGS else 0:
        talk.tell("more-meetings", count=hidden, end=meetings[-1].day)


def show_summary(talk: Talk, plan: NewPlan, findings: Sequence[Finding]) -> None:
    """Show where a plan goes, what it holds, and what the linter says of it; errors one by one."""
    names, says = talk.words["summary"], talk.words["says"]
    values = {
        "path": says["no-file"] if plan.path == NOWHERE else plan.path,
        "id": plan.id,
        "employee": plan.employee,
        "manager": plan.manager,
        "period": f"{plan.start} – {plan.last_day}",
        "meetings": len(meetings_of(plan)),
        "goals": len(plan.goals),
        "support": len(plan.support),
    }
    talk.section("summary")
    table = plain_table("", "")
    table.show_header = False
    for key, value in values.items():
        table.add_row(shown(names[key], "dim"), shown(str(value)))
    talk.console.print(table)
    levels = [one.level for one in findings]
    talk.tell("lint", errors=levels.count("error"), warnings=levels.count("warning"))
    for one in findings:
        if one.level == "error":
            talk.say(f"· {one.code} {one.message} {one.help}", "yellow", indent=2)
