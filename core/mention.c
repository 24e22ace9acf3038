#include "mention.h"

enum { WORD = 4 /* bytes of a name that heads a report */, ACRONYM = 6 /* bytes of an organization in capitals that heads no report */ };

uint8_t pi_same(pi_rom16p table, uint32_t whole)
{
    uint16_t low = 0, high;

    if (table == NULL)
        return 0;
    high = pi_rom16(table, 0);
    while (low < high) {
        uint16_t mid = (uint16_t)((low + high) >> 1), rest = pi_rom16(table, (uint16_t)(2 + 2 * mid));
        uint32_t here = (uint32_t)pi_rom16(table, (uint16_t)(1 + 2 * mid)) << 8 | rest >> 8;

        if (here < whole >> 8)
            low = (uint16_t)(mid + 1);
        else if (here > whole >> 8)
            high = mid;
        else
            return (uint8_t)rest;
    }
    return 0;
}

/* A word of letters, or a number; what else stands in a name joins its words. */
static int is_word(const pi_spot_word *w) { return w->shape <= PI_SHAPE_MIXED + PI_TOK_NUMBER - 1; }
static int is_small(const pi_spot_word *w) { return w->shape == PI_SHAPE_LOWER; }

/* Of a number the hash is that of its length; its first affix is of what it says. */
static uint16_t key(const pi_spot_word *w)
{
    return w->shape > PI_SHAPE_MIXED ? w->affix[0] : (uint16_t)(w->hash >> 16);
}

static uint16_t lex_of(const pith_model *model, const pi_spot_word *w)
{
    return is_word(w) && !is_small(w) ? pi_lex(model, w->hash) : 0;
}

/* The words of a person's name proper: without titles and what stands before them ("Petersburg Prince Andrew"), the word that
 * only begins the sentence ("Behind Kutuzov") or a letter, another person behind "and", and function words at the end ("God
 * Himself"). One word is left at least. */
static void trim(const pith_model *model, const pi_spot *s, uint8_t *from, uint8_t *to)
{
    uint8_t i;

    while (*to > *from && lex_of(model, s->w + *to) & PI_LEX_STOP)
        --*to;
    for (i = *from; i < *to && lex_of(model, s->w + i + 1) != PI_LEX_ABBR; i++)
        if (lex_of(model, s->w + i) & (PI_LEX_TITLE | PI_LEX_HONOR))
            *from = (uint8_t)(i + 1);
    while (*from < *to && !is_word(s->w + *from)) /* the dot of a long title: "Messrs." */
        ++*from;
    for (i = (uint8_t)(*from + 1); i < *to; i++)
        if (is_small(s->w + i) && pi_lex(model, s->w[i].hash) & PI_LEX_CONNECT)
            *to = (uint8_t)(i - 1);
    if (*from < *to && lex_of(model, s->w + *from) & PI_LEX_LETTER)
        ++*from;
    if (*from < *to && s->w[*from].flags & PI_SPOT_BEGINS
        && lex_of(model, s->w + *from) & (PI_LEX_STOP | PI_LEX_STARTER | PI_LEX_CONNECT))
        ++*from;
}

static void add(pi_mention *m, const pi_spot_word *w)
{
    uint8_t i = m->n < PI_MENTION_WORDS ? m->n++ : PI_MENTION_WORDS - 1;

    m->word[i] = key(w);
    m->initial[i] = w->initial;
    m->brief = (uint8_t)(m->brief & ~(1u << i));
    if (w->shape == PI_SHAPE_INITIAL)
        m->brief = (uint8_t)(m->brief | 1u << i);
}

static uint8_t tells(pi_rom16p same, const pi_spot_word *w)
{
    return pi_same(same, w->hash);
}

/* Is it made of words for people alone, with sides before them ("Central Asian")? */
static int is_people(pi_rom16p same, const pi_spot *s, uint8_t from, uint8_t to)
{
    uint8_t i;

    for (i = from; i < to; i++)
        if (is_word(s->w + i) && tells(same, s->w + i) != PI_SAME_SIDE)
            return 0;
    return tells(same, s->w + to) == PI_SAME_PEOPLE;
}

/* The head of a report: a place in capitals that begins it, then a comma and another name, a dash, or a bracket. */
static int is_dateline(const pi_spot *s, const pi_mention *m, uint8_t from, uint8_t to)
{
    const pi_spot_word *next = s->w + to + 1;

    if (!(s->w[from].flags & PI_SPOT_BEGINS) || !(m->flags & PI_MENTION_SHOUTED) || to + 2 >= s->n || next->shape <= PI_SHAPE_MIXED)
        return 0;
    if (m->length < WORD)
        return 0;
    return (next->hash == ',' && next[1].flags & PI_SPOT_CAPITAL) || next->hash == '(' || next->hash == '-' || next->hash == 0x2014;
}

/* The kind that other things than the tagger tell. */
static uint8_t kind_of(pi_rom16p same, const pi_spot *s, const pi_mention *m, uint8_t from, uint8_t to)
{
    uint8_t before;

    if (m->kind == PI_NAME_PERSON)
        return m->kind;
    if (is_people(same, s, from, to))
        return PI_NAME_GROUP;
    if (is_dateline(s, m, from, to) && (m->kind != PI_NAME_ORG || m->length > ACRONYM))
        return PI_NAME_PLACE;
    if (m->kind == PI_NAME_GROUP && (from < to || m->brief || m->flags & PI_MENTION_SHOUTED) && tells(same, s->w + to) != PI_SAME_PEOPLE)
        return from == to || m->flags & PI_MENTION_SHOUTED || s->w[from].flags & PI_SPOT_BEGINS ? PI_MENTION_NONE : PI_NAME_MISC;
    if (m->kind != PI_NAME_MISC || from == 0 || !is_small(s->w + from - 1))
        return m->kind;
    before = tells(same, s->w + from - 1);
    return before == PI_SAME_BODY ? PI_NAME_ORG : before == PI_SAME_SPOT ? PI_NAME_PLACE : m->kind;
}

void pi_mention_of(pi_mention *m, const pith_model *model, pi_rom16p same, const pi_spot *s, const pi_name *name)
{
    uint8_t i, from = name->from, to = name->to, words = 0, shouted = 1;
    uint32_t whole = 0, capitals = 0, all = 0;

    memset(m, 0, sizeof *m);
    m->kind = name->kind;
    if (name->kind == PI_NAME_PERSON)
        trim(model, s, &from, &to);
    m->offset = s->w[from].offset;
    m->length = (uint16_t)((to == name->to ? name->offset + name->length : s->w[to].offset + s->w[to].length) - m->offset);
    if (from > 0 && s->w[from - 1].shape > PI_SHAPE_MIXED && s->w[from - 1].hash == '(')
        m->flags = PI_MENTION_BRACKET;
    for (i = from; i <= to; i++) {
        const pi_spot_word *w = s->w + i;

        if (!is_word(w))
            continue;
        whole = pi_mention_step(whole, key(w));
        all = pi_hash_step(all, w->initial);
        words++;
        if (is_small(w))
            continue;
        capitals = pi_hash_step(capitals, w->initial);
        shouted &= w->shape == PI_SHAPE_UPPER;
        add(m, w);
    }
    if (m->n == 0) /* the tagger took a sign or a small word alone for a name */
        add(m, s->w + from);
    m->whole = pi_mention_end(words ? whole : m->word[0]);
    if (m->n > 1) {
        m->acronym[0] = (uint16_t)(pi_hash_end(capitals) >> 16);
        m->acronym[1] = (uint16_t)(pi_hash_end(all) >> 16);
    }
    if (shouted)
        m->flags |= m->n == 1 ? PI_MENTION_CAPS | PI_MENTION_SHOUTED : PI_MENTION_SHOUTED;
    m->kind = kind_of(same, s, m, from, to);
}
