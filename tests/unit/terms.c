/* The table of terms and the vote of forms, on one bucket. */
#include "terms.h"

#include "check.h"

/* One bucket: the form `form` of a term, `length` bytes at `at`. */
static pi_form *add_form(pi_form *f, uint16_t term, uint16_t score, uint16_t form, uint32_t at, uint8_t length)
{
    pi_token t;

    memset(&t, 0, sizeof t);
    t.hash = (uint32_t)form << 16;
    t.offset = at;
    t.length = length;
    return pi_forms_add(f, 1, term, score, &t);
}

static void test_counts(void)
{
    pi_term t[PI_WAYS];
    uint32_t lost = 0;
    uint16_t i;

    memset(t, 0, sizeof t);
    for (i = 0; i < 3; i++)
        CHECK(pi_terms_add(t, 1, 7, 5, &lost) != NULL);
    CHECK_INT(pi_terms_find(t, 1, 7)->count, 3);
    CHECK_INT(pi_terms_find(t, 1, 7)->rarity, 5);
    CHECK_INT(pi_terms_salience(pi_terms_find(t, 1, 7)), 18);
    CHECK(pi_terms_find(t, 1, 8) == NULL);
    CHECK_INT(lost, 0);
    for (i = 8; i < 11; i++)
        CHECK(pi_terms_add(t, 1, i, 5, &lost) != NULL);
    CHECK_INT(lost, 0);
    pi_terms_add(t, 1, 20, 5, &lost);
    CHECK_INT(lost, 1);
    CHECK(pi_terms_find(t, 1, 7) != NULL);
    CHECK(pi_terms_find(t, 1, 8) == NULL && pi_terms_find(t, 1, 9) != NULL && pi_terms_find(t, 1, 20) != NULL); /* of equals the first left */
}

/* What stands behind a bucket is none of it. */
static void test_bucket(void)
{
    pi_term t[PI_WAYS + 1];
    uint32_t lost = 0;

    memset(t, 0, sizeof t);
    t[PI_WAYS].term = 7;
    t[PI_WAYS].count = 1;
    CHECK(pi_terms_find(t, 1, 7) == NULL);
    CHECK(pi_terms_add(t, 1, 7, 5, &lost) < t + PI_WAYS);
    CHECK_INT(t[PI_WAYS].count, 1);
    CHECK(pi_terms_find(t, 1, 7) < t + PI_WAYS);
}

/* A form has the same letters and the same bytes. */
static void test_length(void)
{
    pi_form f[PI_WAYS];

    memset(f, 0, sizeof f);
    CHECK(add_form(f, 7, 10, 100, 40, 5) == f);
    CHECK(add_form(f, 7, 10, 100, 50, 7) == f); /* took the last vote, and leads */
    CHECK(f->length == 7 && f->at == 50 && f->votes == 1);
    memset(f, 0, sizeof f);
    CHECK(add_form(f, 7, 0, 100, 40, 5) == f);
    CHECK(add_form(f, 7, 0, 101, 50, 7) == f); /* also of a term that is worth nothing */
}

static void test_damp(void)
{
    uint32_t count;

    CHECK_INT(pi_terms_damp(0), 0);
    CHECK_INT(pi_terms_damp(8), 8);
    CHECK_INT(pi_terms_damp(15), 15);
    CHECK_INT(pi_terms_damp(16), 16);
    CHECK_INT(pi_terms_damp(32), 24);
    CHECK_INT(pi_terms_damp(65535), 111);
    for (count = 0; count <= UINT16_MAX; count++) { /* as it is defined */
        uint32_t left = count, damped = 0;

        for (; left >= 16; left /= 2)
            damped += 8;
        CHECK_INT(pi_terms_damp((uint16_t)count), damped + left);
    }
}

static void test_forms(void)
{
    pi_form f[PI_WAYS];
    pi_form *e;

    memset(f, 0, sizeof f);
    e = add_form(f, 7, 10, 100, 40, 5);
    CHECK(e == f);
    CHECK_INT(e->votes, 1);
    CHECK(add_form(f, 7, 12, 100, 80, 5) == e);
    CHECK_INT(e->votes, 2);
    CHECK_INT(e->score, 12);
    CHECK_INT(e->at, 40);
    CHECK(add_form(f, 7, 12, 101, 90, 6) == NULL); /* another form takes a vote away */
    CHECK_INT(e->votes, 1);
    CHECK(add_form(f, 7, 12, 101, 99, 6) == e); /* and now leads */
    CHECK_INT(e->at, 99);
    CHECK_INT(e->length, 6);
    add_form(f, 8, 20, 1, 1, 1);
    add_form(f, 9, 21, 1, 2, 1);
    add_form(f, 10, 22, 1, 3, 1);
    CHECK(add_form(f, 11, 11, 1, 4, 1) == NULL); /* worth less than all that are there */
    CHECK(add_form(f, 11, 13, 1, 4, 1) == e);    /* the least worthy leaves */
}

int main(void)
{
    test_counts();
    test_bucket();
    test_length();
    test_damp();
    test_forms();
    return check_done("terms");
}
