#include "spot_noise.h"

#include <ctype.h>
#include <string.h>

enum { COLUMN = 60, OCR = 50, SEED = 1 };

static void lower(bio_doc *d)
{
    size_t i;

    for (i = 0; i < d->length; i++)
        d->text[i] = (char)tolower((unsigned char)d->text[i]);
}

static void upper(bio_doc *d)
{
    size_t i;

    for (i = 0; i < d->length; i++)
        d->text[i] = (char)toupper((unsigned char)d->text[i]);
}

static void wrap(bio_doc *d)
{
    size_t i, begins = 0;

    for (i = 0; i < d->length; i++) {
        if (d->text[i] == ' ' && i - begins >= COLUMN)
            d->text[i] = '\n';
        if (d->text[i] == '\n')
            begins = i + 1;
    }
}

static void misread(bio_doc *d, uint32_t *seed)
{
    static const char as[] = "eccoo00Oli1lhbb6nuunrtftB8S55SIlZ2gqvyGC";
    size_t i, k;

    for (i = 0; i < d->length; i++) {
        if (!isalnum((unsigned char)d->text[i]))
            continue;
        *seed = *seed * UINT32_C(1664525) + UINT32_C(1013904223);
        if ((uint64_t)*seed * OCR >> 32)
            continue;
        for (k = 0; k + 1 < sizeof as; k += 2)
            if (as[k] == d->text[i]) {
                d->text[i] = as[k + 1];
                break;
            }
    }
}

int noise_add(bio_set *set, const char *noise)
{
    uint32_t seed = SEED;
    size_t i;

    for (i = 0; i < set->n; i++)
        if (strcmp(noise, "lower") == 0)
            lower(set->docs + i);
        else if (strcmp(noise, "upper") == 0)
            upper(set->docs + i);
        else if (strcmp(noise, "wrap") == 0)
            wrap(set->docs + i);
        else if (strcmp(noise, "ocr") == 0)
            misread(set->docs + i, &seed);
        else
            return -1;
    return 0;
}
