/* A stop, a run of them or a line end makes an end possible (`pend`). Closing quotes and brackets that
 * follow join the sentence, opening ones wait, and the next word decides. Only that much is remembered;
 * no text is. */
#include "sent.h"

#include "uclass.h"

/* Kinds of possible end. */
enum { NONE /* 0 */, DOT, STRONG /* ? ! and full stops of other scripts */, DOTS /* ellipsis */, RULE /* a line of signs */ };

/* Lines narrower than this do not say how wide the text is set; wider than WIDE they are paragraphs. */
enum { NARROW = 60, WIDE = 110, SLACK = 12 };

void pi_sent_init(pi_sent *s, uint16_t max)
{
    memset(s, 0, sizeof *s);
    s->max = max;
}

static int is_word(const pi_token *t) { return t->kind <= PI_TOK_LINK; }

/* May a sentence begin with this word, by its letters? */
static int begins_high(const pi_token *t)
{
    return t->kind != PI_TOK_WORD || t->shape != PI_SHAPE_LOWER;
}

/* Ends the sentence; `flags` are more of it. */
static void end_with(pi_sent *s, uint8_t flags)
{
    s->from = s->start;
    s->to = s->end;
    s->flags = (uint8_t)((s->now & ~PI_SENT_LOWER) | flags);
}

/* Ends the open sentence, if there is one, before `t`, with which the next one begins. */
static int end_before(pi_sent *s, const pi_token *t, uint8_t flags)
{
    end_with(s, flags);
    s->open = 1;
    s->start = s->next ? s->next : t->offset;
    s->now = s->next ? PI_SENT_QUOTE : 0;
    s->next = 0;
    s->pend = NONE;
    s->closed = 0;
    s->words = 0;
    s->ref = 0;
    return 1;
}

/* A line ended without a stop: was that the end of a heading, an entry or a verse? */
static int line_ends(const pi_sent *s, const pi_token *t, uint16_t lex)
{
    uint32_t used = s->end - s->line;
    uint16_t width = s->width > NARROW ? s->width : NARROW;

    if (s->start == s->line && s->words > 0 && !(s->now & PI_SENT_LOWER) && t->kind == PI_TOK_WORD
        && t->shape != PI_SHAPE_UPPER && t->shape != PI_SHAPE_INITIAL)
        return 1; /* a heading in capitals */
    if (t->kind == PI_TOK_MARK) {
        uint8_t class = t->class;

        if (class == PI_UC_DASH || (class == PI_UC_MARK && (t->mark != '>' || s->sign == ':'))) /* > begins a quoted line of mail */
            return 1; /* a bullet, or "Ann wrote:" is over */
        if (class != PI_UC_QUOTE && class != PI_UC_QOPEN && class != PI_UC_OPEN)
            return 0;
    } else if (!begins_high(t)) {
        return 0;
    }
    if ((s->sign == ',' || s->sign == ';') && width <= WIDE)
        return 0;
    if (width > WIDE)
        return 1; /* lines are paragraphs */
    if (lex & PI_LEX_STOP && s->lex & PI_LEX_STOP)
        return 0;
    /* The next word would have fit: the line was ended on purpose. */
    return used + 1 + t->length + SLACK <= width;
}

/* A dot after an abbreviation, an initial or a number, and a word that could begin a sentence. */
static int dot_ends(const pi_sent *s, const pi_token *t, uint16_t lex)
{
    int starter = (lex & PI_LEX_STARTER) != 0;

    if (s->words == 1 && (s->kind == PI_TOK_NUMBER || s->chars == 1) && s->chars <= 4)
        return 0; /* "1. Melt the butter." */
    if (s->words == 2 && s->kind == PI_TOK_NUMBER && s->chars <= 3)
        return 0; /* "Figure 2. The harbour at noon." */
    if (s->kind != PI_TOK_WORD)
        return 1;
    if (s->lex & PI_LEX_TITLE && !(s->lex & PI_LEX_ABBR))
        return 0;
    if (s->lex & PI_LEX_NUMBER && t->kind == PI_TOK_NUMBER)
        return 0;
    if (s->words == 1 && s->shape == PI_SHAPE_CAP && s->chars <= 3)
        return 1; /* "No. Never." */
    if (s->shape == PI_SHAPE_INITIAL && s->chars == 1)
        return starter;
    if (s->tflags & PI_TOK_DOTS) {
        if (s->shape == PI_SHAPE_LOWER) /* "a.m.", "e.g." */
            return s->lex & PI_LEX_ABBR ? starter : !(lex & PI_LEX_DATE) && t->kind == PI_TOK_WORD;
        return starter;
    }
    if (s->lex & (PI_LEX_ABBR | PI_LEX_TITLE))
        return starter;
    return 1;
}

/* A word, number or link follows a possible end. */
static int word_decides(const pi_sent *s, const pi_token *t, uint16_t lex)
{
    int high = begins_high(t);

    if (s->pend == RULE)
        return 1;
    if (t->gap == PI_GAP_NONE && !s->next && !s->closed)
        return high && t->kind == PI_TOK_WORD && s->shape == PI_SHAPE_LOWER && s->chars > 1;
    if (!high) {
        /* "Stop!" he said; "...and so on"; unedited text without capitals */
        if (s->closed || s->pend == DOTS)
            return 0;
        if (s->pend == STRONG)
            return t->gap == PI_GAP_BLANK && !(s->shape == PI_SHAPE_CAP);
        return s->kind == PI_TOK_WORD && s->chars > 2 && !(s->lex & (PI_LEX_ABBR | PI_LEX_TITLE | PI_LEX_NUMBER))
            && !(s->tflags & PI_TOK_DOTS);
    }
    if (s->pend == DOT && !s->closed)
        return dot_ends(s, t, lex);
    return 1;
}

/* A sign follows a possible end. Returns 1 when the sentence ends before it. */
static int sign_decides(pi_sent *s, const pi_token *t)
{
    uint8_t class = t->class;

    if (t->gap >= PI_GAP_LINE && (class == PI_UC_DASH || class == PI_UC_MARK) && t->mark != '>')
        return 1; /* a bullet */
    if (s->ref == 2) { /* "systems. [17]": the reference joins the sentence before it */
        s->ref = 0;
        if (class != PI_UC_CLOSE)
            return 1;
        s->next = 0;
        return 0;
    }
    switch (class) {
    case PI_UC_STOP:
        if (s->next)
            return 1;
        if (s->pend == DOT && t->gap == PI_GAP_BLANK)
            s->pend = DOTS; /* ". . ." */
        break;
    case PI_UC_CLOSE:
    case PI_UC_QCLOSE:
        s->closed = 1;
        break;
    case PI_UC_APOS:
        if (t->gap == PI_GAP_NONE)
            s->closed = 1;
        else if (!s->next)
            s->next = t->offset;
        break;
    case PI_UC_QUOTE:
        if (t->gap == PI_GAP_NONE || (s->quote && !s->closed && t->gap == PI_GAP_BLANK)) {
            s->closed = 1;
            s->quote = 0;
        } else if (!s->next) {
            s->next = t->offset;
            s->quote = 1;
        }
        break;
    case PI_UC_OPEN:
        if (t->mark == '[' && !s->next) {
            s->next = t->offset;
            s->ref = 1;
            break;
        }
        /* fall through */
    case PI_UC_QOPEN:
        if (t->gap == PI_GAP_NONE && !s->closed)
            s->pend = NONE;
        else if (!s->next)
            s->next = t->offset;
        break;
    case PI_UC_MARK:
        if (t->mark == ',' || t->mark == ';' || t->mark == ':' || t->gap == PI_GAP_NONE)
            s->pend = NONE;
        else
            return 1;
        break;
    default:
        s->pend = NONE;
    }
    return 0;
}

/* Notes what a sign means for what comes after it. Behind a stop `sign` is not asked for: an end is possible there. */
static void note_sign(pi_sent *s, const pi_token *t)
{
    uint8_t class = t->class;

    s->end = t->offset + t->length;
    if (class == PI_UC_STOP) {
        uint8_t kind = t->mark == 0x2026 || (t->mark == '.' && t->chars > 1) ? DOTS : t->mark == '.' ? DOT : STRONG;

        if (s->pend == NONE || kind == STRONG)
            s->pend = kind;
        s->closed = 0;
        if (t->mark == '?')
            s->now |= PI_SENT_QUESTION;
        return;
    }
    s->sign = (uint8_t)(class == PI_UC_DASH ? ',' : t->mark > 0xFF ? 0 : t->mark);
    if (class == PI_UC_QUOTE || class == PI_UC_QOPEN) {
        if (s->end - s->start == t->length)
            s->now |= PI_SENT_QUOTE;
        if (class == PI_UC_QUOTE && s->pend == NONE)
            s->quote = !s->quote;
    } else if (t->chars > 2 && (class == PI_UC_MARK || class == PI_UC_DASH) && s->words == 0) {
        s->pend = RULE;
    }
}

int pi_sent_any(pi_sent *s, const pi_token *t, uint16_t lex)
{
    int ended = 0;

    if (t->gap >= PI_GAP_LINE) {
        uint32_t used = s->end - s->line;

        if (s->open && s->end > s->line && used > s->width) /* not of a line of nothing but what waits */
            s->width = (uint16_t)(used < UINT16_MAX ? used : UINT16_MAX);
    }
    if (!s->open || t->gap == PI_GAP_PARA) {
        ended = s->open;
        s->next = 0;
        s->quote = 0;
        end_before(s, t, s->pend == NONE ? PI_SENT_HEADING : 0);
        s->now |= PI_SENT_PARA;
        s->line = t->offset;
    } else if (t->offset + t->length - s->start > s->max) {
        s->next = 0;
        ended = end_before(s, t, PI_SENT_CUT);
    } else if (s->pend == NONE) {
        if (t->gap == PI_GAP_LINE && line_ends(s, t, lex)) {
            ended = end_before(s, t, PI_SENT_HEADING);
        }
    } else if (is_word(t)) {
        if ((s->ref == 1 && t->kind == PI_TOK_NUMBER) || (s->ref && t->shape == PI_SHAPE_LOWER))
            s->ref = 2; /* "[17]", "[citation needed]" */
        else if (s->ref == 2 || word_decides(s, t, lex))
            ended = end_before(s, t, 0);
        else
            s->next = s->ref = 0;
    } else if (sign_decides(s, t)) {
        ended = end_before(s, t, 0);
    } else if (s->pend == NONE) {
        s->next = s->ref = 0; /* no end after all: what waited is inside the sentence */
    }
    if (t->gap >= PI_GAP_LINE)
        s->line = t->offset;
    if (s->next) /* waits: belongs to the sentence after */
        return ended;
    if (is_word(t))
        pi_sent_word(s, t, lex);
    else
        note_sign(s, t);
    return ended;
}

int pi_sent_end(pi_sent *s)
{
    if (!s->open)
        return 0;
    end_with(s, s->pend == NONE ? PI_SENT_HEADING : 0);
    s->open = 0;
    return 1;
}
