"""The declarations, one file a stage. `imr_desk.review.catalogue` gathers them."""
