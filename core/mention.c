#include "mention.h"

/* A word of letters, or a number; what else stands in a name joins its words. */
static int is_word(const pi_spot_word *w) { return w->shape <= PI_SHAPE_MIXED + PI_TOK_NUMBER - 1; }
static int is_small(const pi_spot_word *w) { return w->shape == PI_SHAPE_LOWER; }

/* Of a number the hash is that of its length; its first affix is of what it says. */
static uint16_t key(const pi_spot_word *w)
{
    return w->shape > PI_SHAPE_MIXED ? w->affix[0] : (uint16_t)(w->hash >> 16);
}

/* First word after the titles of a person: the last word is none. */
static uint8_t behind_titles(const pith_model *model, const pi_spot *s, const pi_name *name)
{
    uint8_t i = name->from;

    while (i < name->to && is_word(s->w + i) && pi_lex(model, s->w[i].hash) & (PI_LEX_TITLE | PI_LEX_HONOR))
        i++;
    return i;
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

void pi_mention_of(pi_mention *m, const pith_model *model, const pi_spot *s, const pi_name *name)
{
    uint8_t i = name->kind == PI_NAME_PERSON ? behind_titles(model, s, name) : name->from, words = 0, shouted = 1;
    uint32_t whole = 0, capitals = 0, all = 0;

    memset(m, 0, sizeof *m);
    m->kind = name->kind;
    m->offset = s->w[i].offset;
    m->length = (uint16_t)(name->length - (m->offset - name->offset));
    if (i > 0 && s->w[i - 1].shape > PI_SHAPE_MIXED && s->w[i - 1].hash == '(')
        m->flags = PI_MENTION_BRACKET;
    for (; i <= name->to; i++) {
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
        add(m, s->w + name->from);
    m->whole = words ? pi_mention_end(whole) : m->word[0];
    if (m->n > 1) {
        m->acronym[0] = (uint16_t)(pi_hash_end(capitals) >> 16);
        m->acronym[1] = (uint16_t)(pi_hash_end(all) >> 16);
    }
    if (shouted)
        m->flags |= m->n == 1 ? PI_MENTION_CAPS | PI_MENTION_SHOUTED : PI_MENTION_SHOUTED;
}
