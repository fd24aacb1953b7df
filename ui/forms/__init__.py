"""Forms built from the declarations: what every page that shows records is made of.

`RecordForm` shows the fields of one record, `RecordList` the records of a kind, `FoldingSection` puts both under a
heading. What they share on a page (the review, the way to ask for a change, visits to fields) is a `FormHost`.
"""
