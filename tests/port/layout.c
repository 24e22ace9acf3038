/* port/pith_wrap, and the cutting of sentences that are longer than the budget. */
#include "pith_wrap.h"

#include "posix/cut.h"

#include "check.h"

typedef struct {
    char text[1024];
    size_t n;
} page;

static int page_write(void *port, const void *b, size_t n)
{
    page *p = port;

    if (n > sizeof p->text - 1 - p->n)
        return -99;
    memcpy(p->text + p->n, b, n);
    p->n += n;
    p->text[p->n] = 0;
    return 0;
}

static int fail_write(void *port, const void *b, size_t n)
{
    (void)port;
    (void)b;
    (void)n;
    return -70;
}

/* Lays out sentences that '|' divides, in pieces of every size. */
static void wraps(const char *text, uint16_t columns, uint16_t rows, const char *want)
{
    size_t step;

    for (step = 1; step <= 9; step++) {
        uint8_t row[PITH_WRAP_BYTES(20)];
        page out = { { 0 }, 0 };
        pith_sink sink = { page_write, NULL };
        pith_wrap w;
        const char *s = text;

        sink.port = &out;
        pith_wrap_init(&w, &sink, columns, rows, row);
        while (*s) {
            size_t n = strcspn(s, "|");
            if (n > step)
                n = step;
            CHECK_INT(pith_wrap_write(&w, s, n), 0);
            s += n;
            if (*s == '|' || *s == 0) {
                CHECK_INT(pith_wrap_end(&w), 0);
                s += *s == '|';
            }
        }
        CHECK_STR(out.text, want);
    }
}

static void test_wrap(void)
{
    wraps("one two three", 20, 2, "one two three\n");
    wraps("one two three", 13, 2, "one two three\n");
    wraps("one two three", 12, 2, "one two\nthree\n");
    wraps("one two three", 7, 2, "one two\nthree\n");
    wraps("one two three", 6, 3, "one\ntwo\nthree\n");
    wraps("one two three", 5, 2, "one\ntwo\xe2\x80\xa6\n");
    wraps("one two three", 3, 2, "one\ntw\xe2\x80\xa6\n");
    wraps("one two three", 1, 3, "o\nn\n\xe2\x80\xa6\n");
    wraps("one|two", 10, 2, "one\ntwo\n");
    wraps("one|two", 10, 1, "one\n");
    wraps("a bcdefghij k", 4, 5, "a\nbcde\nfghi\nj k\n");
    wraps("abcdefgh ij", 4, 3, "abcd\nefgh\nij\n");
    wraps("abcdefgh ij", 4, 2, "abcd\nefg\xe2\x80\xa6\n");
    wraps("ab cd ef", 5, 1, "ab\xe2\x80\xa6\n");
    wraps("a cdefgh", 5, 1, "a cd\xe2\x80\xa6\n");
    wraps("\xc3\xa9\xc3\xa9 \xe2\x82\xac\xf0\x9f\x98\x80", 2, 2, "\xc3\xa9\xc3\xa9\n\xe2\x82\xac\xf0\x9f\x98\x80\n");
    wraps("\xff\xff\xe2\x82 \xf0\x9f", 3, 2, "\xff\xff\xe2\x82\n\xf0\x9f\n");
    wraps("\xf0\x9f\x98\x80\xf0\x9f\x98\x80\xf0\x9f\x98\x80", 2, 1, "\xf0\x9f\x98\x80\xe2\x80\xa6\n");
    wraps("", 5, 1, "");
}

static void test_wrap_errors(void)
{
    uint8_t row[PITH_WRAP_BYTES(4)];
    pith_sink sink = { fail_write, NULL };
    pith_wrap w;

    pith_wrap_init(&w, &sink, 4, 9, row);
    CHECK_INT(pith_wrap_write(&w, "abcd", 4), 0);
    CHECK_INT(pith_wrap_write(&w, "e", 1), -70);
    pith_wrap_init(&w, &sink, 4, 1, row);
    CHECK_INT(pith_wrap_write(&w, "abcde", 5), -70);
    pith_wrap_init(&w, &sink, 4, 1, row);
    CHECK_INT(pith_wrap_write(&w, "abc", 3), 0);
    CHECK_INT(pith_wrap_end(&w), -70);
}

static void cuts(const char *text, uint32_t bytes, uint32_t words, const char *want)
{
    size_t step, n = strlen(text), i;

    for (step = 1; step <= 5; step++) {
        page out = { { 0 }, 0 };
        pith_sink sink = { page_write, NULL };
        cut c;

        sink.port = &out;
        cut_init(&c, bytes, words, &sink);
        for (i = 0; i < n; i += step)
            CHECK_INT(cut_measure(&c, text + i, n - i < step ? n - i : step), 0);
        if (cut_decide(&c)) {
            for (i = 0; i < n; i += step)
                CHECK_INT(cut_write(&c, text + i, n - i < step ? n - i : step), 0);
            CHECK_INT(cut_end(&c), 0);
        } else {
            CHECK_INT(cut_write(&c, text, n), 0);
        }
        CHECK_STR(out.text, want);
        if (bytes)
            CHECK(out.n <= bytes);
    }
}

static void test_cut(void)
{
    cuts("one two three", 13, 0, "one two three");
    cuts("one two three", 12, 0, "one two\xe2\x80\xa6");
    cuts("one two three", 10, 0, "one two\xe2\x80\xa6");
    cuts("one two three", 9, 0, "one\xe2\x80\xa6");
    cuts("one two three", 5, 0, "on\xe2\x80\xa6");
    cuts("one two three", 3, 0, "\xe2\x80\xa6");
    cuts("one two three", 2, 0, "on");
    cuts("one two three", 0, 3, "one two three");
    cuts("one two three", 0, 2, "one two\xe2\x80\xa6");
    cuts("one two three", 7, 2, "one\xe2\x80\xa6");
    cuts("one two three", 100, 1, "one\xe2\x80\xa6");
    cuts("\xc3\xa9\xc3\xa9\xc3\xa9", 5, 0, "\xc3\xa9\xe2\x80\xa6");
    cuts("\xc3\xa9\xc3\xa9\xc3\xa9", 4, 0, "\xe2\x80\xa6");
    cuts("\xc3\xa9\xc3\xa9\xc3\xa9", 1, 0, "");
}

int main(void)
{
    test_wrap();
    test_wrap_errors();
    test_cut();
    return check_done("layout");
}
