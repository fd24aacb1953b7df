"""`python -m imr_desk …`: the jobs without a window."""

from imr_desk.cli import main

raise SystemExit(main())
