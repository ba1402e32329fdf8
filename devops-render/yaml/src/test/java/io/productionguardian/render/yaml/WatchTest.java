package io.productionguardian.render.yaml;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import org.junit.jupiter.api.Test;

class WatchTest {

  @Test
  void lastsAsLongAsStated() {
    Watch watch = Watch.of(new BigDecimal("1.5"), 60);

    assertThat(watch.minutes()).isEqualTo(90);
    assertThat(watch.words()).isEqualTo("90 min");
  }

  @Test
  void isCutToWhatAJobHasTimeForAndSaysSo() {
    Watch watch = Watch.of(BigDecimal.valueOf(24), 60);

    assertThat(watch.minutes()).isEqualTo(240);
    assertThat(watch.isCut()).isTrue();
    assertThat(watch.words()).isEqualTo("240 min (of 1440 stated; a job ends after 6 h)");
  }
}
