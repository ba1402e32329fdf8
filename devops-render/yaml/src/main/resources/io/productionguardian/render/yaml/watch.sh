: "${SERVICE_URL:?the variable SERVICE_URL of this environment is not set}"
: "${PROMETHEUS_URL:?the variable PROMETHEUS_URL of this environment is not set}"
until=$((SECONDS + WATCH_SECONDS))
while ((SECONDS < until)); do
  sleep 60
  curl --fail --silent --show-error --max-time 10 --retry 2 --output /dev/null "${SERVICE_URL%/}$ENDPOINT"
  # no answer counts as an alert
  alerts="$(curl --fail --silent --show-error --max-time 10 --retry 2 --get "${PROMETHEUS_URL%/}/api/v1/query" \
    --data-urlencode "query=$FIRING" | jq --raw-output '.data.result[0].value[1]')"
  if [ "$alerts" != 0 ]; then
    echo "::error title=$STAGE::alerts that fire: $alerts"
    exit 1
  fi
done
