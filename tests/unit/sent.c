/* Sentence ends: each text is written with a | at every end. */
#include "sent.h"

#include "check.h"
#include "lex.h"

/* Puts the sentences of text[0..n) into out[], each ended by a |. */
static void split(const char *text, size_t n, char *out)
{
    pi_cutter c;
    pi_sent s;
    size_t at = 0, k = 0;
    int open = 1;

    pi_cut_init(&c, 0);
    pi_sent_init(&s, PITH_SENTENCE_MAX);
    while (open) {
        at += pi_cut(&c, (const uint8_t *)text + at, n - at);
        if (!c.ready)
            pi_cut_end(&c);
        open = c.ready;
        if (open ? pi_sent_token(&s, &c.tok, c.tok.kind == PI_TOK_WORD ? pi_lex(&pith_en, c.tok.hash) : 0)
                 : pi_sent_end(&s)) {
            memcpy(out + k, text + s.from, s.to - s.from);
            k += s.to - s.from;
            out[k++] = '|';
        }
    }
    out[k] = 0;
}

static int is_blank(char c) { return c == ' ' || c == '\n'; }

/* `want` without its |, split, gives `want` but for blanks beside them. */
static void ends(const char *want)
{
    char text[512], out[512], trimmed[512];
    size_t n = 0, k = 0;
    const char *w;

    for (w = want; *w; w++) {
        if (*w != '|')
            text[n++] = *w;
        else
            while (k > 0 && is_blank(trimmed[k - 1]))
                k--;
        if (!(is_blank(*w) && k > 0 && trimmed[k - 1] == '|'))
            trimmed[k++] = *w;
    }
    trimmed[k] = 0;
    split(text, n, out);
    CHECK_STR(out, trimmed);
}

static void test_stops(void)
{
    ends("The tide came in. |Nobody moved.|");
    ends("Who knew? |Not I! |Go on.|");
    ends("Mr. Brown met Dr. Green at 3 p.m. on Friday.|");
    ends("It cost $3.50 in the U.S. |The price was fair.|");
    ends("J. K. Rowling wrote it.|");
    ends("Well ... so be it.|");
    ends("\"Stop!\" he said. |\"Never,\" she said.|");
    ends("He left (it was late). |She stayed.|");
    ends("1. Melt the butter. |2. Add the flour.|");
    ends("Figure 2. The harbour at noon.|");
    ends("Mt. Everest is high. |St. Petersburg is not.|");
    ends("See it in Figure 2. |The harbour is old.|");
    ends("Present: Cllrs. P. Lee and J. Ito. |Cllr. Shaw was ill (ref. SL/20). |Nobody minded.|");
}

static void test_references(void)
{
    ends("He was tired. [17] |She was not.|");
    ends("He was tired. [17] [18] |She was not.|");
    ends("He was tired. [citation needed] |She was not.|");
    ends("Ask Mr. [Brown] or his wife. |3 is a number.|");
    ends("He was tired. |[He always was.] |She was not.|");
}

static void test_layout(void)
{
    ends("A SHORT HEADING|\nThe text below it begins here.|");
    ends("Milk|\n\nBread|\n\nA dozen eggs|");
    ends("- milk|\n- bread|");
    ends("She left.|\n\"\nWe waited by the wall of the harbour until the bells of the old\nTown Hall rang.\"|");
    ends("On 5 March at 9, Ann Lee <ann@example.com> wrote:|\n> Naomi, I just opened it,\n> and it is still soft. |Sorry.|");
    ends("We need: bread,\n> and milk.|");
    ends("Write to ann@example.com or bob@example.com today.|");
}

int main(void)
{
    test_stops();
    test_references();
    test_layout();
    return check_done("sent");
}
