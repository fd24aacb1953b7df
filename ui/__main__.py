"""`python -m ui`: the same as the command `imr-desk`."""

from ui.command import main

raise SystemExit(main())
