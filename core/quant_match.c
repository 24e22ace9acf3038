/* Rules tried at an atom, and the value that follows from what their items said. */
#include "quant_match.h"

/* Classes that a quantity may begin with, and those that a number phrase, a day may. */
#define BEGIN(f) (PI_Q_CORE(f) | f(PI_Q_ORD) | f(PI_Q_FRAC) | f(PI_Q_A) | f(PI_Q_MINUS) | f(PI_Q_WDAY) | f(PI_Q_REL) | f(PI_Q_SIGN) | f(PI_Q_CODE) | f(PI_Q_ADJ) \
    | f(PI_Q_NEW) | f(PI_Q_PERCENT) | f(PI_Q_PER) | f(PI_Q_THE) | f(PI_Q_IN) | f(PI_Q_INTO) | f(PI_Q_MOD) | f(PI_Q_DASH) | f(PI_Q_DOT) | f(PI_Q_APOS))
#define NUMBER(f) (f(PI_Q_CARD) | f(PI_Q_FRAC) | f(PI_Q_VULGAR) | f(PI_Q_A) | f(PI_Q_MINUS) | f(PI_Q_DIGITS) | f(PI_Q_DASH) | f(PI_Q_DOT))
#define DAY(f) (f(PI_Q_CARD) | f(PI_Q_ORD) | f(PI_Q_DIGITS))

/* Is a class of the atom among these? Most atoms have one. */
static int has_class(const pi_atom *a, uint32_t low, uint32_t high)
{
    uint8_t c = pi_q_class(a->word[0]), d = pi_q_class(a->word[1]);

    return pi_q_among(c, low, high) || (d && pi_q_among(d, low, high));
}

int pi_quant_begins(const pi_atom *a) { return has_class(a, BEGIN(PI_Q_LOW), BEGIN(PI_Q_HIGH)); }

int pi_quant_core(const pi_atom *a) { return has_class(a, PI_Q_CORE(PI_Q_LOW), PI_Q_CORE(PI_Q_HIGH)); }

/* What the atom is that a rule may begin with. */
typedef struct {
    uint8_t number, day; /* may it begin a number phrase, a day? */
    uint16_t places;     /* digits */
} beginning;

static beginning beginning_of(const pi_match *k, uint8_t i)
{
    beginning b;

    b.number = has_class(k->a + i, NUMBER(PI_Q_LOW), NUMBER(PI_Q_HIGH)) != 0;
    b.day = has_class(k->a + i, DAY(PI_Q_LOW), DAY(PI_Q_HIGH)) != 0;
    b.places = pi_q_is(k, i, PI_Q_DIGITS) ? pi_q_of(k, i, PI_Q_DIGITS) : 0;
    return b;
}

/* May a rule with this first item, which is no word of the table, begin there? */
static int may_begin(const beginning *b, uint8_t item)
{
    switch (item) {
    case PI_Q_NUM: case PI_Q_MINUTES:
        return b->number;
    case PI_Q_DAY: case PI_Q_NTH: case PI_Q_HOURWORD: case PI_Q_YEARWORD:
        return b->day && b->places <= 2;
    case PI_Q_YEAR: case PI_Q_RECENT: case PI_Q_DECADE:
        return b->places == 4;
    case PI_Q_YMD:
        return b->places == 8;
    default:
        return b->places == 1 || b->places == 2;
    }
}

/* May it go on with this item at atom i? There may be none. A rule that cannot go on is not begun. */
static int may_begin_at(const pi_match *k, uint8_t i, uint8_t item)
{
    if (item >= PI_Q_GROUP && item <= PI_Q_MAYBE)
        return 1;
    if (item & PI_Q_GLUED && !pi_q_glued(k, i))
        return 0;
    item &= 0x7F;
    if (item >= PI_Q_NUM)
        return 1;
    return pi_q_is(k, i, item);
}

/* Passes over the words at `at` of a rule that may be missing, and are at atom i. */
static uint16_t pass_missing(const pi_match *k, pi_rom8p rule, uint16_t at, uint16_t end, uint8_t i)
{
    while (at < end && pi_rom8(rule, at) == PI_Q_MAYBE && pi_rom8(rule, (uint16_t)(at + 1)) < PI_Q_NUM
           && !pi_q_is(k, i, pi_rom8(rule, (uint16_t)(at + 1))))
        at = (uint16_t)(at + 2);
    return at;
}

/* A rule while it is tried. */
typedef struct {
    pi_rom8p rule;
    uint16_t at, end, group; /* group: where the open group ends, 0: none is open */
    uint8_t i, from, to;
    uint8_t group_i;
    pi_said group_said;
} trial;

/* The item at t->at, which is an alternative of several perhaps. Returns the atom after it; t->at moves behind. */
static uint8_t try_item(trial *t, pi_match *k)
{
    uint8_t item = pi_rom8(t->rule, t->at++), n, to = PI_QUANT_FAIL;

    if (item != PI_Q_ANY)
        return pi_quant_item(k, item, t->i);
    for (n = pi_rom8(t->rule, t->at++); n > 0; n--, t->at++)
        if (to == PI_QUANT_FAIL)
            to = pi_quant_item(k, pi_rom8(t->rule, t->at), t->i);
    return to;
}

/* A step of a rule. Returns 0 when the rule fails. */
static int step(trial *t, pi_match *k)
{
    uint8_t to;

    switch (pi_rom8(t->rule, t->at)) {
    case PI_Q_BEGIN:
        t->from = t->i;
        t->at++;
        return 1;
    case PI_Q_END:
        t->to = t->i;
        t->at++;
        return 1;
    case PI_Q_GROUP:
        t->group = (uint16_t)(t->at + 2 + pi_rom8(t->rule, (uint16_t)(t->at + 1)));
        t->group_i = t->i;
        t->group_said = k->said;
        t->at = (uint16_t)(t->at + 2);
        return 1;
    case PI_Q_MAYBE:
        t->at++;
        if ((to = try_item(t, k)) != PI_QUANT_FAIL)
            t->i = to;
        return 1;
    default:
        if ((to = try_item(t, k)) != PI_QUANT_FAIL) {
            t->i = to;
            return 1;
        }
        if (t->group == 0)
            return 0;
        t->at = t->group;
        t->i = t->group_i;
        k->said = t->group_said;
        return 1;
    }
}

/* All of the rule at atom i, of which the first item ends before atom `second`. */
static int run(trial *t, pi_match *k, uint8_t i, uint8_t second)
{
    t->i = second;
    t->from = i;
    t->to = 0;
    t->group = 0;
    while (t->at < t->end) {
        if (t->at == t->group)
            t->group = 0;
        if (!step(t, k))
            return 0;
    }
    t->to = t->to ? t->to : t->i;
    if (t->to > t->from + 1 && pi_q_is(k, (uint8_t)(t->to - 1), PI_Q_DOT))
        t->to--; /* of an abbreviation: it may end the sentence */
    return t->to > t->from;
}

static int is_sign(const pi_match *k, uint8_t i)
{
    uint8_t c = pi_q_class(k->a[i].word[0]);

    return c >= PI_Q_COMMA && c <= PI_Q_APOS;
}

/* Digits at a and b with a dash between, where one is a year and the other has more or fewer digits: a telephone number. */
static int unequal(const pi_match *k, uint8_t a, uint8_t dash, uint8_t b)
{
    uint16_t x, y;

    if (!pi_q_is(k, dash, PI_Q_DASH) || !pi_q_is(k, a, PI_Q_DIGITS) || !pi_q_is(k, b, PI_Q_DIGITS))
        return 0;
    x = pi_q_of(k, a, PI_Q_DIGITS);
    y = pi_q_of(k, b, PI_Q_DIGITS);
    return x != y && (x > 3 || y > 3);
}

/* Nothing of its first or last word stands outside. */
static int whole(const pi_match *k, uint8_t from, uint8_t to)
{
    if (pi_q_is(k, (uint8_t)(to - 1), PI_Q_DIGITS) && (pi_quant_tied(k, to) || unequal(k, (uint8_t)(to - 1), to, (uint8_t)(to + 1))))
        return 0;
    if (pi_q_glued(k, to) && !is_sign(k, to) && !pi_q_is(k, to, PI_Q_OTHER) && !pi_q_is(k, to, PI_Q_SIGN)
        && !pi_q_is(k, to, PI_Q_PERCENT) && !is_sign(k, (uint8_t)(to - 1)))
        return 0;
    if (from == 0 || !k->a[from].glued)
        return 1;
    if (!is_sign(k, (uint8_t)(from - 1)))
        return pi_q_is(k, (uint8_t)(from - 1), PI_Q_SIGN);
    if (from > 1 && unequal(k, from, (uint8_t)(from - 1), (uint8_t)(from - 2)))
        return 0;
    return pi_q_is(k, (uint8_t)(from - 1), PI_Q_DASH) || from < 2 || !k->a[from - 1].glued || !pi_q_is(k, (uint8_t)(from - 2), PI_Q_DIGITS);
}

/* The best match so far. */
typedef struct {
    uint8_t from, to, rule, kind;
    pi_said said;
} finding;

/* Groups of the classes of the atom at i. */
static uint8_t groups_at(const pi_match *k, uint8_t i)
{
    uint8_t groups;

    if (i >= k->n)
        return PI_Q_NOTHING;
    groups = pi_q_group(pi_q_class(k->a[i].word[0]));
    return k->a[i].word[1] ? groups | pi_q_group(pi_q_class(k->a[i].word[1])) : groups;
}

/* From the rule at `at` on, the first before `end` that may go on with an atom of these groups; or `end`. */
PI_INLINE uint16_t find_rule(pi_rom8p rule, uint16_t at, uint16_t end, uint8_t groups)
{
    while (at < end && !(pi_rom8(rule, at) & groups))
        at = (uint16_t)(at + 3 + pi_rom8(rule, (uint16_t)(at + 2)));
    return at;
}

/* Tries the rules of a group, which stand before t->end, behind its first item. */
static void try_group(trial *t, pi_match *k, uint8_t i, uint8_t second, finding *best)
{
    uint8_t next = groups_at(k, second);
    uint16_t group_end = t->end;
    pi_said first = k->said;
    int used = 0; /* a rule has said more than its first item */

    for (; (t->at = find_rule(t->rule, t->at, group_end, next)) < group_end; t->at = t->end) {
        uint8_t kind = pi_rom8(t->rule, t->at) & PI_Q_KIND, number = pi_rom8(t->rule, (uint16_t)(t->at + 1));

        t->end = (uint16_t)(t->at + 3 + pi_rom8(t->rule, (uint16_t)(t->at + 2)));
        t->at = pass_missing(k, t->rule, (uint16_t)(t->at + 3), t->end, second);
        if (t->at < t->end && !may_begin_at(k, second, pi_rom8(t->rule, t->at)))
            continue;
        if (used)
            k->said = first;
        used = t->at < t->end;
        if (run(t, k, i, second) && (t->to > best->to || (t->to == best->to && number < best->rule)) && whole(k, t->from, t->to)
            && !(kind == PI_QUANT_NUMBER && t->to == i + 1 && k->one)) {
            best->from = t->from;
            best->to = t->to;
            best->rule = number;
            best->kind = kind;
            best->said = k->said;
        }
    }
}

static uint16_t rom_pair(pi_rom8p t, uint16_t at) { return (uint16_t)(pi_rom8(t, at) | (uint16_t)pi_rom8(t, (uint16_t)(at + 1)) << 8); }

static void say_nothing(pi_said *s)
{
    memset(s, 0, sizeof *s);
    s->cal = 0xFF;
}

/* Tries the group at `at`; nothing was said before and is behind. Returns where the next one stands. */
static uint16_t enter_group(trial *t, pi_match *k, uint8_t i, uint16_t at, finding *best)
{
    uint16_t end = (uint16_t)(at + 3 + rom_pair(t->rule, (uint16_t)(at + 1)));
    uint8_t second;

    if ((second = pi_quant_item(k, pi_rom8(t->rule, at), i)) == PI_QUANT_FAIL)
        return end;
    t->at = (uint16_t)(at + 3);
    t->end = end;
    try_group(t, k, i, second, best);
    say_nothing(&k->said);
    return end;
}

uint8_t pi_quant_match(const pi_quant *q, const pi_quant_model *m, uint8_t i, pi_found *found)
{
    finding best;
    uint8_t class = pi_q_class(q->atom[i].word[0]), other = pi_q_class(q->atom[i].word[1]), first;
    uint16_t at;
    beginning b;
    pi_match k;
    trial t;

    k.a = q->atom;
    k.n = q->n;
    k.parsed = PI_QUANT_FAIL;
    say_nothing(&k.said);
    t.rule = m->rule;
    best.to = best.rule = 0;
    for (; class != PI_Q_NONE; class = other, other = PI_Q_NONE)
        if ((at = rom_pair(m->rule, (uint16_t)(2 * class))) != 0)
            enter_group(&t, &k, i, at, &best);
    b = beginning_of(&k, i);
    if (b.number || b.day)
        for (at = rom_pair(m->rule, 0); (first = pi_rom8(m->rule, at)) != PI_Q_NONE;)
            at = may_begin(&b, first) ? enter_group(&t, &k, i, at, &best)
                                         : (uint16_t)(at + 3 + rom_pair(m->rule, (uint16_t)(at + 1)));
    if (best.to == 0)
        return 0;
    found->offset = k.a[best.from].offset;
    found->length = (uint16_t)(k.a[best.to - 1].offset + k.a[best.to - 1].length - found->offset);
    found->atoms = (uint16_t)(best.to - best.from);
    pi_quant_value(&best.said, best.kind, &found->value);
    return best.to;
}
