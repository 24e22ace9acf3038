#include "token.h"

static uint8_t as_link(pi_cutter *c)
{
    c->tok.kind = PI_TOK_LINK;
    return PI_CUT_JOIN;
}

static uint8_t as_path(pi_cutter *c)
{
    c->mode = PI_CUT_PATH;
    return as_link(c);
}

static uint8_t wait_if(int may) { return may ? PI_CUT_WAIT : PI_CUT_SPLIT; }

/* What a sign between two parts of a token can join. */
enum {
    LETTER = 1,        /* any part to a letter */
    DIGIT_DIGIT = 2,   /* a digit to a digit */
    LETTER_DIGIT = 4,  /* a letter to a digit */
    ANY = 7,
    SPECIAL = 8,       /* what more it joins says after_sign() */
    LINK = 16,         /* makes a link */
    HYPHEN = 32,
    APOSTROPHE = 64
};

/* `sign` is folded. */
static uint8_t rule_of(const pi_cutter *c, uint32_t sign)
{
    switch (sign) {
    case '.':
        return ANY | SPECIAL;
    case '\'':
        return LETTER | DIGIT_DIGIT | APOSTROPHE;
    case '-':
        return LETTER | LETTER_DIGIT | HYPHEN;
    case '@':
    case '_':
        return ANY | LINK;
    case ',':
        return DIGIT_DIGIT;
    case '/':
        return c->tok.kind == PI_TOK_LINK ? ANY | SPECIAL : DIGIT_DIGIT;
    case ':':
        return c->tok.kind == PI_TOK_LINK ? LETTER_DIGIT | DIGIT_DIGIT | SPECIAL : DIGIT_DIGIT | SPECIAL;
    case '?':
        return c->tok.kind == PI_TOK_LINK ? ANY | SPECIAL : 0;
    case '&':
        return c->last == PI_UC_UPPER ? LETTER | SPECIAL : 0;
    default:
        return 0;
    }
}

static int no_lower(const pi_cutter *c) { return c->letters > 1 && !(c->cased & PI_CUT_LOW); }

/* The part before the dot: one letter ("U" of "U.S"), or two of which the first is a capital ("Ph.D"). */
static int is_initial(const pi_cutter *c)
{
    return c->letters == 1 || (c->letters == 2 && c->tok.chars == 2 && c->cased == (PI_CUT_UP | PI_CUT_LOW));
}

/* A code point of this class after a dot. "end.Next" are two words, "index.html" is a link. */
static uint8_t after_dot(pi_cutter *c, uint8_t class)
{
    int link = c->tok.kind == PI_TOK_LINK;

    if (class == PI_UC_DIGIT)
        return c->last == PI_UC_DIGIT || link ? PI_CUT_JOIN : PI_CUT_SPLIT;
    if (class == PI_UC_LOWER) {
        if (!link && c->letters == 1)
            return PI_CUT_WAIT;
        return c->last == PI_UC_LETTER ? PI_CUT_SPLIT : as_link(c);
    }
    return wait_if(class == PI_UC_UPPER && !link && (is_initial(c) || no_lower(c)));
}

/* A code point of this class after a dot and one letter. "U.S", "p.m", "Ph.D" end here; "t.co" and
 * "README.TXT" are links, "J.Smith" and "a.m.The" two words. */
static uint8_t after_dot_letter(pi_cutter *c, uint8_t class)
{
    uint8_t before = pi_cut_class(c->queue[1]);

    if (pi_uc_is_letter(class)) {
        int link = before == PI_UC_LOWER ? !(c->tok.flags & PI_TOK_DOTS) : no_lower(c);
        return class == before && link ? as_link(c) : PI_CUT_SPLIT;
    }
    if (class == PI_UC_DIGIT || (before == PI_UC_UPPER && !is_initial(c)))
        return PI_CUT_SPLIT;
    c->tok.flags |= PI_TOK_DOTS;
    return PI_CUT_FLUSH;
}

/* May this sign join what is open to what follows it? */
static uint8_t before_sign(pi_cutter *c, uint32_t sign)
{
    uint8_t rule = rule_of(c, sign);

    if (sign == '/' && rule & SPECIAL)
        return as_path(c);
    return wait_if(rule & (c->last == PI_UC_DIGIT ? LETTER | DIGIT_DIGIT : LETTER | LETTER_DIGIT | SPECIAL));
}

/* A code point after the pending sign. */
static uint8_t after_sign(pi_cutter *c, uint32_t cp, uint8_t class)
{
    uint32_t sign = pi_cut_cp(c->queue[0]);
    uint8_t rule, joins = 0;

    pi_ufold(&sign);
    rule = rule_of(c, sign);
    if (sign == '.')
        return c->pending == 1 ? after_dot(c, class) : after_dot_letter(c, class);
    if (c->pending == 2) /* :/ */
        return cp == '/' ? as_path(c) : PI_CUT_SPLIT;
    if (sign == ':' && cp == '/' && pi_uc_is_letter(c->last))
        return PI_CUT_WAIT;
    if (pi_uc_is_letter(class))
        joins = rule & LETTER;
    else if (class == PI_UC_DIGIT)
        joins = (uint8_t)(rule & (c->last == PI_UC_DIGIT ? DIGIT_DIGIT : LETTER_DIGIT));
    if (!joins || (sign == '&' && class != PI_UC_UPPER))
        return PI_CUT_SPLIT;
    if (sign == '?')
        return as_path(c);
    if (rule & LINK)
        return as_link(c);
    if (rule & HYPHEN)
        c->tok.flags |= PI_TOK_HYPHEN;
    c->poss = rule & APOSTROPHE && cp == 's' ? c->cased | PI_CUT_POSS : 0;
    return PI_CUT_JOIN;
}

/* Signs inside a path. Those of the first group end it when nothing but such signs follow. */
static uint8_t judge_path(const pi_cutter *c, uint32_t cp)
{
    switch (cp) {
    case '.': case ',': case ';': case ':': case '!': case '?': case '\'': case '*':
        return wait_if(c->pending < PI_CUT_PENDING);
    case '/': case '#': case '%': case '&': case '=': case '+': case '~': case '$': case '@': case '_': case '-':
        return PI_CUT_JOIN;
    default:
        return PI_CUT_SPLIT;
    }
}

static uint8_t judge_sign(pi_cutter *c, uint32_t cp, uint8_t class)
{
    pi_token *t = &c->tok;

    if (t->kind == PI_TOK_MARK ? t->mark == pi_cut_mark(cp) : class == PI_UC_STOP)
        return PI_CUT_JOIN;
    if (t->chars != 1)
        return PI_CUT_SPLIT;
    if ((t->mark == '@' || t->mark == '#') && pi_uc_is_letter(class)) {
        c->mode = PI_CUT_WORDS;
        return as_link(c);
    }
    if (t->mark == '.' && class == PI_UC_DIGIT && t->gap != PI_GAP_NONE) { /* ".5" */
        c->mode = PI_CUT_WORDS;
        t->kind = PI_TOK_NUMBER;
        return PI_CUT_JOIN;
    }
    return PI_CUT_SPLIT;
}

uint8_t pi_cut_judge(pi_cutter *c, uint32_t entry)
{
    uint32_t cp = pi_cut_cp(entry);
    uint8_t class = pi_cut_class(entry);

    if (c->mode == PI_CUT_WORDS && c->pending)
        return after_sign(c, cp, class);
    if (class == PI_UC_EXTEND || class == PI_UC_SKIP)
        return PI_CUT_JOIN;
    if (c->mode == PI_CUT_SIGNS)
        return judge_sign(c, cp, class);
    if (c->mode == PI_CUT_IDEO)
        return PI_CUT_SPLIT;
    if (pi_uc_is_letter(class) || class == PI_UC_DIGIT)
        return PI_CUT_JOIN;
    if (c->mode == PI_CUT_PATH)
        return judge_path(c, cp);
    pi_ufold(&cp);
    return before_sign(c, cp);
}
