{
  echo "## $STAGE: the release failed"
  echo
  echo "- Deployment: ${TARGET:-$APP} in $NAMESPACE"
  echo "- Image before: ${PREVIOUS_IMAGE:-none}"
  echo "- Revision before: ${TARGET_REVISION:-none}"
  echo "- Deploy step: ${DEPLOYED:-not reached}"
  echo "- Rollback step: ${ROLLED_BACK:-not needed}"
  echo "- What to do now: $ARTIFACTS/runbook.md"
} >> "$GITHUB_STEP_SUMMARY"
echo "::error title=$STAGE::the release failed; rollback: ${ROLLED_BACK:-not needed}"
if [ -n "$RELEASE_WEBHOOK" ]; then
  jq --null-input --arg text "$(cat "$GITHUB_STEP_SUMMARY")" '{text: $text}' |
    curl --fail --silent --show-error --max-time 10 --header 'Content-Type: application/json' \
      --data @- "$RELEASE_WEBHOOK" || echo "::warning title=$STAGE::the webhook could not be told"
fi
