: "${SERVICE_URL:?the variable SERVICE_URL of this environment is not set}"
: "${PROMETHEUS_URL:?the variable PROMETHEUS_URL of this environment is not set}"
query() {
  curl --fail --silent --show-error --max-time 10 --retry 2 --get "${PROMETHEUS_URL%/}/api/v1/query" \
    --data-urlencode "query=$1" | jq --raw-output '.data.result[0].value[1]'
}
# an alert that is not loaded never fires: then watching would be looking at nothing
rules="$(curl --fail --silent --show-error --max-time 10 --retry 2 "${PROMETHEUS_URL%/}/api/v1/rules?type=alert" || true)"
if jq --exit-status '.data.groups' <<< "$rules" > /dev/null 2>&1; then
  missing="$(jq --raw-output --argjson wanted "$ALERTS" \
    '$wanted - [.data.groups[].rules[].name] | join(", ")' <<< "$rules")"
else
  # some stores behind Prometheus do not list rules; what Prometheus measures of itself must show them then
  missing="$(query "$NOT_LOADED")"
  missing="${missing#0}"
fi
if [ -n "$missing" ]; then
  echo "::error title=$STAGE::alerts of deploy/prometheus/alerts.yml that Prometheus has not loaded: $missing"
  exit 1
fi
until=$((SECONDS + WATCH_SECONDS))
while ((SECONDS < until)); do
  sleep 60
  curl --fail --silent --show-error --max-time 10 --retry 2 --output /dev/null "${SERVICE_URL%/}$ENDPOINT"
  # no answer counts as an alert
  count="$(query "$FIRING")"
  if [ "$count" != 0 ]; then
    echo "::error title=$STAGE::alerts that fire: $count"
    exit 1
  fi
done
