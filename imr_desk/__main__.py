"""`python -m imr_desk …`: the jobs without a window."""

from imr_desk.cli import main
from imr_desk.quiet import be_quiet

be_quiet()
raise SystemExit(main())
