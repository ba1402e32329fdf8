: "${SERVICE_URL:?the variable SERVICE_URL of this environment is not set}"
curl --fail --silent --show-error --max-time 10 --retry 5 --retry-delay 3 --retry-all-errors \
  --output /dev/null "${SERVICE_URL%/}$ENDPOINT"
