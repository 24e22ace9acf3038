/* Measures the linked taggers of names.
 *
 * usage: spot_eval FILE.bio TAGS    precision/recall/F1 of exact spans per kind, of both models; TAGS: see bio.h
 *        spot_eval FILE.bio TAGS errors    and what was wrong, by the large one
 *        spot_eval FILE.bio TAGS NOISE     of the text with noise: see spot_noise.h
 *        spot_eval mentions < TEXT  offset TAB length TAB kind, as bio_f1.py asks for */
#include <stdlib.h>
#include <string.h>

#include "jsonl.h"
#include "spot_noise.h"
#include "spot_walk.h"

enum { SLOTS = 128 };

static void measure(walk *w, const pi_spot_model *m, const bio_set *set, const char *name)
{
    score sum;
    size_t i;

    memset(&sum, 0, sizeof sum);
    w->k.model = m;
    w->k.language = &pith_en;
    w->score = &sum;
    for (i = 0; i < set->n; i++)
        walk_doc(w, set->docs + i);
    print_score(name, &sum);
}

static char *read_all(size_t *n)
{
    size_t room = 1 << 16, k;
    char *text = lab_alloc(room + 1);

    for (*n = 0; (k = fread(text + *n, 1, room - *n, stdin)) > 0; *n += k)
        if (room - *n - k == 0)
            text = lab_realloc(text, (room *= 2) + 1);
    text[*n] = 0;
    return text;
}

int main(int argc, char **argv)
{
    static walk w;
    bio_set set;

    w.mode = DEVICE;
    w.k.slots = SLOTS;
    if (argc == 2 && strcmp(argv[1], "mentions") == 0) {
        bio_doc d = { NULL, 0, NULL, 0 };

        d.text = read_all(&d.length);
        w.k.model = &pith_en_names;
        w.k.language = &pith_en;
        w.mentions = 1;
        walk_doc(&w, &d);
        free(d.text);
        return 0;
    }
    if (argc < 3) {
        fprintf(stderr, "usage: spot_eval FILE.bio TAGS [errors|lower|upper|wrap|ocr] | spot_eval mentions < TEXT\n");
        return 2;
    }
    bio_read(&set, argv[1], argv[2], BIO_BLANKS, 0);
    if (argc > 3 && strcmp(argv[3], "errors") != 0 && noise_add(&set, argv[3]) != 0) {
        fprintf(stderr, "spot_eval: no noise is called %s\n", argv[3]);
        return 2;
    }
    measure(&w, &pith_en_names_small, &set, "small");
    w.errors = argc > 3 && strcmp(argv[3], "errors") == 0;
    measure(&w, &pith_en_names, &set, "large");
    return 0;
}
