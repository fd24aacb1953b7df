"""The one style sheet: fields, menus, heads of tables and scroll bars. The rest is palette, or painted by hand."""

from __future__ import annotations

from collections.abc import Mapping
from string import Template

from ui.tokens import tokens

_SHEET = Template(
    """
QAbstractScrollArea { background: transparent; border: 0; }
QTableView { background: $raised; }
QLineEdit, QTextEdit, QComboBox { background: $raised; color: $text; border: 1px solid $line_strong;
  border-radius: ${field}px; selection-background-color: $accent; selection-color: $on_accent; }
QLineEdit, QComboBox { padding: 0 ${pad}px; min-height: ${inner}px; }
QComboBox { padding-left: ${pad_combo}px; }
QLineEdit { placeholder-text-color: $text_quiet; }
QTextEdit { padding: ${tight}px ${tight}px; }
QTextEdit[look="line"] { padding: ${line_top}px ${line_pad}px ${line_foot}px ${line_pad}px; }
QTextEdit[look="paper"], QTextEdit[look="paper"]:read-only { background: transparent; border: 0; padding: 0;
  border-radius: 0; color: $text; }
QLineEdit:hover, QTextEdit:hover, QComboBox:hover { border-color: $text_soft; }
QLineEdit:read-only, QTextEdit:read-only { background: $disabled_fill; border-color: $line; color: $text_soft; }
QLineEdit:disabled, QTextEdit:disabled, QComboBox:disabled { background: $disabled_fill; color: $disabled;
  border-color: $line; }
QComboBox:disabled, QRadioButton:disabled { color: $text_soft; }
QLineEdit[fault="yes"], QComboBox[fault="yes"] { border: 2px solid $bad; padding: 0 ${pad_fault}px;
  min-height: ${inner_fault}px; }
QTextEdit[fault="yes"] { border: 2px solid $bad; }
QTextEdit[look="line"][fault="yes"] { padding: ${line_top_fault}px ${line_pad_fault}px ${line_foot_fault}px; }
QLineEdit[look="search"] { background: $page; padding-left: ${search}px; }
QComboBox::drop-down { border: 0; width: ${arrow}px; }
QComboBox::down-arrow { image: none; }
QListView[look="matches"] { background: $raised; color: $text; border: 1px solid $line_strong; outline: 0;
  selection-background-color: $selected; selection-color: $text; }
QListView[look="matches"]::item { min-height: ${item}px; padding: 0 ${tight}px; }
QListView[look="matches"]::item:selected { background: $selected; color: $text; }
QListView[look="matches"]::item:disabled { color: $text_quiet; }
QComboBox QAbstractItemView { background: $raised; color: $text; border: 1px solid $line_strong; outline: 0;
  selection-background-color: $selected; selection-color: $text; }
QComboBox QAbstractItemView::item { min-height: ${item}px; padding: 0 ${tight}px; }
QRadioButton { spacing: 8px; min-height: ${target}px; }
QRadioButton::indicator { width: 14px; height: 14px; border: 1px solid $line_strong; border-radius: 8px;
  background: $raised; }
QRadioButton::indicator:hover { border-color: $text_soft; }
QRadioButton::indicator:checked { width: 6px; height: 6px; border: 5px solid $accent; background: $raised; }
QRadioButton::indicator:disabled { border-color: $line; background: $disabled_fill; }
QMenuBar { background: $window; color: $text; padding: 1px 8px; spacing: 2px; }
QMenuBar::item { padding: 4px 9px; border-radius: 4px; background: transparent; }
QMenuBar::item:selected { background: $hover; }
QMenu { background: $raised; color: $text; border: 1px solid $line_strong; padding: 4px; }
QMenu::item { padding: 6px 28px 6px 12px; border-radius: 4px; }
QMenu::item:selected { background: $selected; }
QMenu::item:disabled { color: $disabled; }
QMenu::separator { height: 1px; background: $line; margin: 4px 8px; }
QHeaderView { background: $sunken; border: 0; }
QHeaderView::section { background: $sunken; color: $text_soft; border: 0; border-bottom: 1px solid $line;
  padding: 0 ${cell}px; min-height: ${head}px; font-size: ${caption}px; font-weight: 600; }
QScrollBar:vertical { background: transparent; width: 12px; margin: 0; }
QScrollBar:horizontal { background: transparent; height: 12px; margin: 0; }
QScrollBar::handle:vertical { background: $line_strong; border-radius: 2px; min-height: 40px; margin: 2px 4px; }
QScrollBar::handle:horizontal { background: $line_strong; border-radius: 2px; min-width: 40px; margin: 4px 2px; }
QScrollBar::handle:hover { background: $text_soft; }
QScrollBar::add-line, QScrollBar::sub-line { width: 0; height: 0; }
QAbstractScrollArea::corner { background: transparent; border: 0; }
QScrollBar::add-page, QScrollBar::sub-page { background: transparent; }
QToolTip { background: $raised; color: $text; border: 1px solid $line_strong; padding: 6px; }
"""
)


def style_sheet(colours: Mapping[str, str], scale: int) -> str:
    """The style sheet for a set of colours, with what holds words as large as `scale` (per cent) asks."""
    sizes = tokens().size

    def at(pixels: float) -> int:
        return round(pixels * scale / 100)

    inner = at(sizes["field_height"]) - 2
    beside = inner - at(tokens().styles["body"].line)
    return _SHEET.substitute(
        colours,
        field=tokens().radius["field"],
        inner=inner,
        inner_fault=inner - 2,
        pad=12,
        pad_combo=14,
        pad_fault=11,
        tight=7,
        line_pad=14,
        line_pad_fault=13,
        line_top=beside // 2,
        line_foot=beside - beside // 2,
        line_top_fault=beside // 2 - 1,
        line_foot_fault=beside - beside // 2 - 1,
        search=at(34),
        arrow=at(28),
        item=at(32),
        target=sizes["target_min"],
        cell=10,
        head=at(32),
        caption=at(tokens().styles["caption"].size),
    )
