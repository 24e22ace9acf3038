/* What the English quantities find in a text, as a line that a person can check: "D Friday = XXXX-WXX-5; N 3 = 3". */
#ifndef FOUND_H
#define FOUND_H

#include "check.h"
#include "quant.h"

enum { FOUND_LINE = 4096, FOUND_MOST = 64 };

static char found_line[FOUND_LINE]; /* kind, text, value of each */
static pi_found found_list[FOUND_MOST];
static unsigned n_found;
static int found_swapped; /* the two words of an atom stand the other way round, and "on" behind one that means nothing there */

static void swap_words(pi_quant *q)
{
    uint8_t i;

    for (i = 0; i < q->n; i++) {
        uint16_t *word = q->atom[i].word, first = word[0];

        if (word[1] == 0 && pi_q_class(first) != PI_Q_IN)
            continue;
        word[0] = word[1] ? word[1] : (uint16_t)(PI_Q_CENT << 10);
        word[1] = first;
    }
}

static void fetch(pi_quant *q, const char *text)
{
    static const char kinds[] = "DTMPN";
    size_t n = strlen(found_line), last = n_found ? found_list[n_found - 1].offset + found_list[n_found - 1].length : 0;
    pi_found f;

    if (found_swapped && q->closed)
        swap_words(q);
    while (pi_quant_fetch(q, &pith_en_quantities, &f)) {
        uint8_t value[PI_QUANT_TEXT], length = pi_quant_text(&f.value, &pith_en_quantities, value);

        if (!CHECK(f.offset >= last && f.length > 0 && f.offset + f.length <= strlen(text) && n_found < FOUND_MOST))
            return;
        last = f.offset + f.length;
        found_list[n_found++] = f;
        n += (size_t)snprintf(found_line + n, FOUND_LINE - n, "%s%c %.*s = %.*s", n ? "; " : "", kinds[f.value.kind], (int)f.length,
                              text + f.offset, (int)length, (const char *)value);
    }
}

static const char *found(const char *text)
{
    const uint8_t *s = (const uint8_t *)text;
    size_t n = strlen(text), k;
    int ended = 0;
    static pi_cutter c;
    static pi_quant q;

    found_line[0] = 0;
    n_found = 0;
    pi_cut_init(&c, 0);
    pi_quant_init(&q);
    while (!ended) {
        if (n > 0 || c.ready) {
            k = pi_cut(&c, s, n);
            s += k;
            n -= k;
        } else {
            pi_cut_end(&c);
            ended = !c.ready;
        }
        if (c.ready)
            pi_quant_token(&q, &pith_en_quantities, &c.tok, 0);
        else if (ended)
            pi_quant_token(&q, &pith_en_quantities, NULL, 0);
        fetch(&q, text);
    }
    return found_line;
}

#endif
