#!/bin/sh
# A plan's way from an empty folder to a document ready to sign, in a temporary folder.
# Run by `make demo`, which puts pipctl on the path; nothing outside the temporary folder is written.
set -eu

examples=$(cd "$(dirname "$0")" && pwd)
work=$(mktemp -d "${TMPDIR:-/tmp}/pipctl-demo.XXXXXX")
cp -R "$examples/nordlys" "$examples/norrbacken" "$work"
cd "$work"
git init -q nordlys && git init -q norrbacken
PIPCTL_TODAY=2026-04-01
LC_ALL=C.UTF-8
export PIPCTL_TODAY LC_ALL

# Shows a command and runs it; a linter that finds something ends with status 1, which is its job.
run() {
    printf '\n$ %s\n' "$*"
    status=0
    "$@" || status=$?
    if [ "$status" -gt 1 ]; then
        printf 'unexpected status %s\n' "$status" >&2
        exit "$status"
    fi
}

printf 'An example repository of plans was made in %s\n' "$work"
run pipctl new --no-input --plan-language sv --country SE --employee "Åsa Öberg" --role Säljare \
    --manager "Ulf Ek" --manager-role Säljchef --start 2026-04-13 --weeks 8 --rhythm weekly \
    norrbacken/plans/ny.yaml
run pipctl lint norrbacken/plans/ny.yaml --lang sv
run pipctl lint nordlys/plans/2026-018.yaml --lang da
run pipctl lint nordlys/plans/2026-016.yaml --lang da
run pipctl render nordlys/plans/2026-014.yaml -o forbedringsplan.pdf
run pipctl render norrbacken/plans/2026-001.yaml -o handlingsplan.pdf
run pipctl due nordlys norrbacken --within 7d --lang da
run pipctl show norrbacken/plans/2026-001.yaml --lang sv
printf '\nThe two documents: %s and %s\n' "$work/forbedringsplan.pdf" "$work/handlingsplan.pdf"
