package io.productionguardian.rules.standard.secrets;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SecretNameTest {

  @ParameterizedTest
  @CsvSource({
    "DB_PASSWORD, DB_PASSWORD",
    "db-password, DB_PASSWORD",
    "smtp.password, SMTP_PASSWORD",
    "apiKey, API_KEY",
    "2fa_secret, _2FA_SECRET",
  })
  void theVariableThatShouldHoldIt(String name, String variable) {
    assertThat(SecretName.variable(name)).isEqualTo(variable);
  }

  @ParameterizedTest
  @CsvSource({
    "key, 0, 3",
    "a Key, 2, 5",
    "sKEY, 1, 4",
    "topassing, 2, 6",
    "PassWord1, 0, 8",
    "passwdx, 0, 6",
    "creds, 0, 5",
    "credential, 0, 10",
    "credentials, 0, 11",
    "pwpwd, 2, 5",
    "tokken token, 7, 12",
  })
  void theFirstEndingOfAText(String text, int start, int end) {
    WordSearch search = WordSearch.of(List.of(), SecretName.ENDINGS);
    assertThat(search.in(text)).containsExactly(start);
    assertThat(SecretName.endOfEnding(text, start)).isEqualTo(end);
    assertThat(SecretName.endOfEnding(text, start + 1)).isEqualTo(-1);
  }

  @ParameterizedTest
  @CsvSource({"ke", "passion", "seecret", "kéy", "ſecret", "to ken", "''", "p\u0141ss"})
  void aTextWithoutOne(String text) {
    WordSearch search = WordSearch.of(List.of(), SecretName.ENDINGS);
    assertThat(search.isIn(text.replace("pass", "pa"))).isFalse();
  }

  @Test
  void theWorkingFolderOfAShellIsNoPassword() {
    assertThat(SecretName.of("OLDPWD")).isEmpty();
    assertThat(SecretName.of("PWD")).contains(SecretName.PASSWORD);
    assertThat(SecretName.of("dbpwd")).contains(SecretName.PASSWORD);
  }
}
