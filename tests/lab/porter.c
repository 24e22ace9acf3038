/* M. F. Porter, An algorithm for suffix stripping, 1980. */
#include "rouge.h"

#include <string.h>

typedef struct {
    const char *suffix, *into;
} rule;

static int consonant(const char *w, size_t i)
{
    int c = 1;
    size_t j = i;

    /* A y is a consonant at the start and after a vowel: count back over a run of them. */
    while (j > 0 && w[j] == 'y')
        j--;
    c = !strchr("aeiou", w[j]);
    for (; j < i; j++)
        c = !c;
    return c;
}

static int measure(const char *w, size_t n)
{
    int m = 0, before = 0;
    size_t i;

    for (i = 0; i < n; i++) {
        int vowel = !consonant(w, i);
        m += !vowel && before;
        before = vowel;
    }
    return m;
}

static int has_vowel(const char *w, size_t n)
{
    size_t i;

    for (i = 0; i < n; i++) {
        if (!consonant(w, i))
            return 1;
    }
    return 0;
}

static int cvc(const char *w, size_t n)
{
    return n > 2 && consonant(w, n - 1) && !consonant(w, n - 2) && consonant(w, n - 3) && !strchr("wxy", w[n - 1]);
}

static int ends(const char *w, size_t n, const char *suffix)
{
    size_t k = strlen(suffix);
    return k <= n && memcmp(w + n - k, suffix, k) == 0;
}

/* Applies the longest suffix that fits, when what stays before it measures more than `least`. */
static size_t replace(char *w, size_t n, const rule *r, size_t rules, int least)
{
    const rule *best = NULL;
    size_t i, base;

    for (i = 0; i < rules; i++) {
        if (ends(w, n, r[i].suffix) && (!best || strlen(r[i].suffix) > strlen(best->suffix)))
            best = &r[i];
    }
    if (!best)
        return n;
    base = n - strlen(best->suffix);
    if (measure(w, base) <= least)
        return n;
    if (strcmp(best->suffix, "ion") == 0 && (base == 0 || (w[base - 1] != 's' && w[base - 1] != 't')))
        return n;
    memcpy(w + base, best->into, strlen(best->into));
    return base + strlen(best->into);
}

static size_t step1(char *w, size_t n)
{
    size_t base = 0;

    if (ends(w, n, "sses") || ends(w, n, "ies"))
        n -= 2;
    else if (ends(w, n, "s") && !ends(w, n, "ss"))
        n--;
    if (ends(w, n, "eed")) {
        n -= measure(w, n - 3) > 0;
    } else {
        if (ends(w, n, "ed"))
            base = n - 2;
        else if (ends(w, n, "ing"))
            base = n - 3;
        if (base && has_vowel(w, base)) {
            n = base;
            if (ends(w, n, "at") || ends(w, n, "bl") || ends(w, n, "iz"))
                w[n++] = 'e';
            else if (n > 1 && w[n - 1] == w[n - 2] && consonant(w, n - 1)) /* a doubled vowel stays */
                n -= !strchr("lsz", w[n - 1]);
            else if (measure(w, n) == 1 && cvc(w, n))
                w[n++] = 'e';
        }
    }
    if (ends(w, n, "y") && has_vowel(w, n - 1))
        w[n - 1] = 'i';
    return n;
}

static size_t step5(char *w, size_t n)
{
    if (ends(w, n, "e")) {
        int m = measure(w, n - 1);
        n -= m > 1 || (m == 1 && !cvc(w, n - 1));
    }
    return n - (ends(w, n, "ll") && measure(w, n) > 1);
}

size_t rouge_stem(char *w, size_t n)
{
    static const rule step2[] = { { "ational", "ate" }, { "tional", "tion" }, { "enci", "ence" }, { "anci", "ance" },
        { "izer", "ize" }, { "abli", "able" }, { "alli", "al" }, { "entli", "ent" }, { "eli", "e" }, { "ousli", "ous" },
        { "ization", "ize" }, { "ation", "ate" }, { "ator", "ate" }, { "alism", "al" }, { "iveness", "ive" },
        { "fulness", "ful" }, { "ousness", "ous" }, { "aliti", "al" }, { "iviti", "ive" }, { "biliti", "ble" } };
    static const rule step3[] = { { "icate", "ic" }, { "ative", "" }, { "alize", "al" }, { "iciti", "ic" },
        { "ical", "ic" }, { "ful", "" }, { "ness", "" } };
    static const rule step4[] = { { "al", "" }, { "ance", "" }, { "ence", "" }, { "er", "" }, { "ic", "" },
        { "able", "" }, { "ible", "" }, { "ant", "" }, { "ement", "" }, { "ment", "" }, { "ent", "" }, { "ion", "" },
        { "ou", "" }, { "ism", "" }, { "ate", "" }, { "iti", "" }, { "ous", "" }, { "ive", "" }, { "ize", "" } };

    if (n < 3)
        return n;
    n = step1(w, n);
    n = replace(w, n, step2, sizeof step2 / sizeof *step2, 0);
    n = replace(w, n, step3, sizeof step3 / sizeof *step3, 0);
    n = replace(w, n, step4, sizeof step4 / sizeof *step4, 1);
    return step5(w, n);
}
