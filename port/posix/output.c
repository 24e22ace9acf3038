#include "output.h"

#include <errno.h>
#include <string.h>
#include <unistd.h>

int output_flush(output *out)
{
    size_t n = out->n;

    out->n = 0;
    if (!out->error && n && write_all(STDOUT_FILENO, out->buf, n) < 0)
        out->error = errno;
    return out->error ? E_OUTPUT : 0;
}

int output_write(void *port, const void *text, size_t n)
{
    output *out = port;
    const uint8_t *b = text;

    while (n > sizeof out->buf - out->n) {
        size_t k = sizeof out->buf - out->n;
        memcpy(out->buf + out->n, b, k);
        out->n += k;
        b += k;
        n -= k;
        if (output_flush(out) < 0)
            return E_OUTPUT;
    }
    memcpy(out->buf + out->n, b, n);
    out->n += n;
    return out->error ? E_OUTPUT : 0;
}

int output_text(output *out, const char *text)
{
    return output_write(out, text, strlen(text));
}

int output_number(output *out, uint64_t n)
{
    char digits[20];
    size_t at = sizeof digits;

    do {
        digits[--at] = (char)('0' + n % 10);
        n /= 10;
    } while (n);
    return output_write(out, digits + at, sizeof digits - at);
}

int output_close(output *out)
{
    output_flush(out);
    if (close(STDOUT_FILENO) < 0 && !out->error && errno != EINTR)
        out->error = errno;
    if (out->error && out->error != EPIPE)
        say("standard output", "%s", strerror(out->error));
    return out->error ? E_OUTPUT : 0;
}
