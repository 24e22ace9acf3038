#include "json_out.h"

#include <string.h>

static int escape(output *out, uint8_t c)
{
    static const char hex[] = "0123456789abcdef";
    static const char letters[] = "\"\"\\\\\bb\ff\nn\rr\tt";
    char e[6] = { '\\', 'u', '0', '0', 0, 0 };
    int i;

    for (i = 0; letters[i]; i += 2)
        if ((uint8_t)letters[i] == c) {
            e[1] = letters[i + 1];
            return output_write(out, e, 2);
        }
    e[4] = hex[c >> 4];
    e[5] = hex[c & 15];
    return output_write(out, e, 6);
}

static int plain(uint8_t c)
{
    return c >= 0x20 && c < 0x7f && c != '"' && c != '\\';
}

/* Puts one code point or malformed piece. */
static int put(json_text *t, int what)
{
    if (what != PITH_UTF8_CHAR)
        return output_text(t->out, "\xef\xbf\xbd");
    if (t->utf8.n == 1 && !plain(t->utf8.b[0]))
        return escape(t->out, t->utf8.b[0]);
    return output_write(t->out, t->utf8.b, t->utf8.n);
}

int json_text_write(void *port, const void *text, size_t n)
{
    json_text *t = port;
    const uint8_t *b = text;
    size_t i = 0;
    int r = 0;

    while (i < n && r == 0) {
        size_t from = i;
        int what;

        if (t->utf8.left == 0)
            while (i < n && plain(b[i]))
                i++;
        if (i > from) {
            r = output_write(t->out, b + from, i - from);
            continue;
        }
        what = pith_utf8_put(&t->utf8, b[i]);
        i += what != PITH_UTF8_AGAIN;
        if (what != PITH_UTF8_MORE)
            r = put(t, what);
    }
    return r;
}

int json_text_end(json_text *t)
{
    if (t->utf8.left == 0)
        return 0;
    t->utf8.left = 0;
    return put(t, PITH_UTF8_BAD);
}

int json_string(output *out, const void *b, size_t n)
{
    json_text t;

    memset(&t, 0, sizeof t);
    t.out = out;
    output_text(out, "\"");
    json_text_write(&t, b, n);
    json_text_end(&t);
    return output_text(out, "\"");
}
