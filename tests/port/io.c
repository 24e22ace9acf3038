/* port/pith_io: sources, sinks, folding, and that errors of the port come back unchanged. */
#include "pith_io.h"

#include "check.h"

#include <stdlib.h>

typedef struct {
    const char *text;
    size_t length, at;
    size_t most;    /* bytes a call gives at most */
    int fail_after; /* calls that work; -1: all */
    int error;
    int calls;
} fake;

typedef struct {
    char text[1024];
    size_t n;
    int fail_after, error, calls;
} page;

static int fake_read(void *port, void *buf, size_t n)
{
    fake *f = port;

    if (f->fail_after >= 0 && f->calls++ >= f->fail_after)
        return f->error;
    if (n > f->most)
        n = f->most;
    if (n > f->length - f->at)
        n = f->length - f->at;
    memcpy(buf, f->text + f->at, n);
    f->at += n;
    return (int)n;
}

static int fake_again(void *port, uint32_t offset, void *buf, size_t n)
{
    fake *f = port;

    f->at = offset < f->length ? offset : f->length;
    return fake_read(port, buf, n);
}

static int page_write(void *port, const void *b, size_t n)
{
    page *p = port;

    if (p->fail_after >= 0 && p->calls++ >= p->fail_after)
        return p->error;
    if (n > sizeof p->text - 1 - p->n)
        return -99;
    memcpy(p->text + p->n, b, n);
    p->n += n;
    p->text[p->n] = 0;
    return 0;
}

static fake make_fake(const char *text, size_t length)
{
    fake f = { 0, 0, 0, 1000, -1, -77, 0 };

    f.text = text;
    f.length = length;
    return f;
}

static page make_page(void)
{
    page p;

    memset(&p, 0, sizeof p);
    p.fail_after = -1;
    p.error = -88;
    return p;
}

/* Emits [from, from + length) of a text through a buffer of n bytes, `most` bytes a call. */
static int emit(const char *text, size_t length, size_t n, size_t most, page *out)
{
    fake f = make_fake(text, length);
    pith_reread again = { fake_again, NULL };
    pith_sink sink = { page_write, NULL };
    pith_item item = { 0, 0, 0, 0, PITH_SENTENCE, 0 };
    uint8_t buf[64];
    pith none;

    memset(&none, 0, sizeof none);
    f.most = most;
    again.port = &f;
    sink.port = out;
    item.length = (uint32_t)length;
    return pith_io_emit(&none, &again, &item, &sink, buf, n);
}

static void test_fold(const char *text, size_t length, const char *want)
{
    size_t n, most;

    for (n = PITH_IO_EMIT_MIN; n <= 24; n++)
        for (most = 1; most <= 12; most++) {
            page out = make_page();
            CHECK_INT(emit(text, length, n, most, &out), 0);
            CHECK_STR(out.text, want);
        }
}

#define FOLD(text, want) test_fold(text, sizeof text - 1, want)

static void test_folding(void)
{
    FOLD("", "");
    FOLD("a", "a");
    FOLD("  \r\n ", "");
    FOLD("one two", "one two");
    FOLD(" one \t\r\n\f\v two\n", "one two");
    FOLD("nul\0bytes\x7f" "and\x01""more", "nul bytes and more");
    FOLD("a\xc2\xa0\xe2\x80\x83 \xe3\x80\x80\xe1\x9a\x80\xe2\x81\x9f\xe2\x80\xa8\xc2\x85" "b", "a b");
    FOLD("caf\xc3\xa9 \xe2\x82\xac \xe2\x80\x9cq\xe2\x80\x9d \xe3\x81\x82 \xf0\x9f\x98\x80",
         "caf\xc3\xa9 \xe2\x82\xac \xe2\x80\x9cq\xe2\x80\x9d \xe3\x81\x82 \xf0\x9f\x98\x80");
    FOLD("\xe2", "\xe2");
    FOLD("a \xe2\x80", "a \xe2\x80");
    FOLD("\xe2\xe2\x80\xe2\x80\x83z\xc2", "\xe2\xe2\x80 z\xc2");
    FOLD("\xc2 \xe3 x", "\xc2 \xe3 x");
}

static void test_emit_errors(void)
{
    page out = make_page();
    fake f = make_fake("short", 5);
    pith_reread again = { fake_again, NULL };
    pith_sink sink = { page_write, NULL };
    pith_item item = { 0, 10, 0, 0, PITH_SENTENCE, 0 };
    uint8_t buf[16];
    pith none;

    memset(&none, 0, sizeof none);
    again.port = &f;
    sink.port = &out;
    CHECK_INT(pith_io_emit(&none, &again, &item, &sink, buf, PITH_IO_EMIT_MIN - 1), PITH_E_ARG);
    CHECK_INT(pith_io_emit(&none, &again, &item, &sink, buf, sizeof buf), PITH_IO_GONE);
    f.fail_after = 0;
    CHECK_INT(pith_io_emit(&none, &again, &item, &sink, buf, sizeof buf), -77);
    f.fail_after = -1;
    item.length = 5;
    out.fail_after = 0;
    CHECK_INT(pith_io_emit(&none, &again, &item, &sink, buf, sizeof buf), -88);
    CHECK_INT(pith_io_emit(&none, NULL, &item, &sink, buf, sizeof buf), PITH_E_STATE);
}

static const char story[] =
    "The lamp went out.  Nobody in the tower\nsaw it go. A ship, the Maid of Orm, turned north at once. "
    "She struck the bank at 2:15 a.m. and stayed there. By noon the tide had lifted her off.";

/* From source to sink, with kept text or re-read, and a failure at each call in turn. */
static int whole(uint8_t keep, int reread, size_t piece, int fail_read, int fail_write, page *out)
{
    static pith_cell work[1024];
    static pith p;
    fake f = make_fake(story, sizeof story - 1), g = make_fake(story, sizeof story - 1);
    pith_source src = { fake_read, NULL };
    pith_reread again = { fake_again, NULL };
    pith_sink sink = { page_write, NULL };
    pith_config cfg;
    pith_budget two = { 2, 0, 0, 0, 0, 0, 0 };
    uint8_t buf[32];
    int r;

    memset(&cfg, 0, sizeof cfg);
    cfg.model = &pith_en;
    cfg.keep = keep;
    src.port = &f;
    again.port = &g;
    sink.port = out;
    f.fail_after = fail_read;
    out->fail_after = fail_write;
    if ((r = pith_init(&p, &cfg, work, sizeof work / sizeof *work)) < 0)
        return r;
    if ((r = pith_io_pump(&p, &src, buf, piece)) < 0)
        return r;
    if ((r = pith_end(&p)) < 0)
        return r;
    while ((r = pith_select(&p, &two)) == PITH_MORE) {
    }
    return r < 0 ? r : pith_io_summary(&p, reread ? &again : NULL, &sink, buf, sizeof buf);
}

static void test_whole(void)
{
    page first = make_page(), out;
    size_t piece;
    int n;

    CHECK_INT(whole(0, 1, 32, -1, -1, &first), 0);
    CHECK(first.n > 20);
    for (piece = 1; piece <= 32; piece++) {
        out = make_page();
        CHECK_INT(whole(0, 1, piece, -1, -1, &out), 0);
        CHECK_STR(out.text, first.text);
        out = make_page();
        CHECK_INT(whole(60, 0, piece, -1, -1, &out), 0);
        CHECK_STR(out.text, first.text);
    }
    out = make_page();
    CHECK_INT(whole(0, 1, 0, -1, -1, &out), PITH_E_ARG);
    out = make_page();
    CHECK_INT(whole(0, 0, 32, -1, -1, &out), PITH_E_SPACE);
    for (n = 0; n < 4; n++) { /* at least four reads, and two sentences of two writes each */
        out = make_page();
        CHECK_INT(whole(0, 1, 32, n, -1, &out), -77);
        CHECK_INT(out.n, 0);
        out = make_page();
        CHECK_INT(whole(60, 0, 32, -1, n, &out), -88);
        CHECK(strncmp(out.text, first.text, out.n) == 0);
    }
}

int main(void)
{
    test_folding();
    test_emit_errors();
    test_whole();
    return check_done("io");
}
