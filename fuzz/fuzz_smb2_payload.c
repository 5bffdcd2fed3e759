/* The first two bytes are what a response answers. */
#include "fuzz.h"
#include <wyre/smb2_payload.h>

int
LLVMFuzzerTestOneInput(const uint8_t *in, size_t len)
{
    const wyre_visitor nobody = {NULL, NULL, NULL, NULL, NULL, NULL};
    wyre_smb2_question question = {0}, found;
    size_t n = 0;
    if (len < 2)
        return 0;
    question.command = in[0] & 1 ? WYRE_SMB2_QUERY_INFO : WYRE_SMB2_QUERY_DIRECTORY;
    question.info_type = in[0] >> 1;
    question.file_info_class = in[1];
    in += 2;
    len -= 2;
    wyre_status status = wyre_smb2_payload_visit(in, len, &question, &nobody, &n);
    REQUIRE(status <= WYRE_OK && n <= len, "payload");
    REQUIRE(status != WYRE_OK || n == len, "payload");
    wyre_smb2_payload_visit(in, len, NULL, &nobody, NULL);
    if (wyre_smb2_question_of(in, len, &found) != WYRE_OK)
        REQUIRE(found.command == 0, "question");
    return 0;
}
