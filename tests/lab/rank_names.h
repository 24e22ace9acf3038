/* Names of the gauges in the readable source of a scorer. Host only. */
#ifndef LAB_RANK_NAMES_H
#define LAB_RANK_NAMES_H

#include "gauge.h"

static const char *const rank_names[PI_GAUGES] = {
    [PI_G_ORDINAL] = "ordinal",
    [PI_G_PLACE] = "place",
    [PI_G_TO_END] = "to-end",
    [PI_G_WORDS] = "words",
    [PI_G_CONTENT] = "content",
    [PI_G_STOPS] = "stops",
    [PI_G_NAMES] = "names",
    [PI_G_NUMBERS] = "numbers",
    [PI_G_OPENING] = "opening",
    [PI_G_TALK] = "talk",
    [PI_G_WEIGHT] = "weight",
    [PI_G_PERSON] = "person",
    [PI_G_LETTERS] = "letters",
    [PI_G_RARITY] = "rarity",
    [PI_G_RECUR] = "recur",
    [PI_G_MEAN] = "mean",
    [PI_G_TOP] = "top",
    [PI_G_OFTEN] = "often",
    [PI_G_SPREAD] = "spread",
    [PI_G_FIRST] = "first",
    [PI_G_LEAD_MASS] = "lead-mass",
    [PI_G_HEAD] = "head",
    [PI_G_NEW] = "new",
    [PI_G_NEXT] = "next",
    [PI_G_NEXT_WORDS] = "next-words",
    [PI_G_PREV_WORDS] = "prev-words",
    [PI_G_CHOSEN] = "chosen",
    [PI_G_CHOSEN_WORDS] = "chosen-words",
    [PI_G_FRESH] = "fresh",
    [PI_G_FRESH_RECUR] = "fresh-recur",
    [PI_G_FRESH_TERMS] = "fresh-terms",
    [PI_G_FRESH_NAMED] = "fresh-named",
    [PI_G_FRESH_SPREAD] = "fresh-spread",
    [PI_G_COVERED] = "covered",
    [PI_G_TOP_FRESH] = "top-fresh",
    [PI_G_BEFORE] = "before",
    [PI_G_DOC_LENGTH] = "doc-length",
    [PI_G_DOC_WORDS] = "doc-words",
    [PI_G_DOC_NAMES] = "doc-names",
    [PI_G_DOC_PERSON] = "doc-person",
    [PI_G_DOC_QUOTES] = "doc-quotes",
    [PI_G_DOC_HEADS] = "doc-heads",
    [PI_G_DOC_TYPES] = "doc-types",
};

#endif
