using Microsoft.Extensions.Localization;

namespace RemoteSupport.Features.Calls.History;

/// <summary>Says what the history holds in the reader's language.</summary>
internal sealed class CallWords(IStringLocalizer localizer)
{
    /// <summary>How a call stands or ended, with an icon and a tone.</summary>
    public (string Tone, string Icon, string Word) State(PastCall call) => call switch
    {
        { State: "ringing" } => ("chip-info", "phone", localizer["Ringing"].Value),
        { State: "in_call" } => ("chip-info", "video", localizer["In call"].Value),
        { State: "missed" } => ("chip-warn", "phone-missed", localizer["Missed"].Value),
        { WasAnswered: true } => ("chip-ok", "circle-check", localizer["Answered"].Value),
        _ => ("", "phone-off", localizer["Not answered"].Value),
    };

    /// <summary>Why it ended.</summary>
    public string? End(PastCall call) => call.EndReason switch
    {
        "hung_up" => call.WasAnswered ? localizer["Ended by the inviter"].Value : localizer["Turned down by the inviter"].Value,
        "left" => localizer["The guest left before anybody answered"].Value,
        "away" => localizer["The guest was gone before anybody answered"].Value,
        "nobody" => localizer["Nobody was in the call for ten minutes"].Value,
        "cancelled" => localizer["The invitation was cancelled"].Value,
        "expired" => localizer["The invitation expired before anybody answered"].Value,
        _ => null,
    };

    /// <summary>What went wrong, and where it can be, what helps.</summary>
    public string Trouble(string code) => code switch
    {
        "missed" => localizer["Nobody answered the call."].Value,
        "left_waiting" => localizer["The guest waited for more than a minute."].Value,
        "camera_refused" => localizer["The guest’s camera was refused: the call went on without a picture."].Value,
        "camera_missing" => localizer["The guest’s device had no camera, or another program used it."].Value,
        "microphone_refused" => localizer["The guest could not be heard: the microphone was refused or missing."].Value,
        "blocked_in_app" => localizer["The link was opened inside a messenger, which does not give the camera. Opening it in the browser helps."].Value,
        "blocked_by_system" => localizer["The guest’s device does not let the browser use camera or microphone."].Value,
        "blocked_by_browser" => localizer["The guest’s browser blocked camera or microphone for this page."].Value,
        "never_joined" => localizer["No picture or sound ever came across."].Value,
        "slow_join" => localizer["It took more than ten seconds until picture or sound came."].Value,
        "loss" => localizer["More than one part in twenty was lost on the way: picture and sound broke up."].Value,
        "slow_line" => localizer["The line was slow: what one side did reached the other late."].Value,
        "freezes" => localizer["The picture stood still several times."].Value,
        "relayed" => localizer["The call went through a relay, because no direct way was found."].Value,
        _ => code,
    };

    /// <summary>The same in a word or two, for a table.</summary>
    public string ShortTrouble(string code) => code switch
    {
        "missed" => localizer["Missed calls"].Value,
        "left_waiting" => localizer["Waited for more than a minute"].Value,
        "camera_refused" => localizer["Camera refused"].Value,
        "camera_missing" => localizer["No camera"].Value,
        "microphone_refused" => localizer["No microphone"].Value,
        "blocked_in_app" => localizer["Opened inside a messenger"].Value,
        "blocked_by_system" => localizer["Blocked by the device"].Value,
        "blocked_by_browser" => localizer["Blocked by the browser"].Value,
        "never_joined" => localizer["No picture or sound"].Value,
        "slow_join" => localizer["Slow to begin"].Value,
        "loss" => localizer["Much lost on the way"].Value,
        "slow_line" => localizer["Slow line"].Value,
        "freezes" => localizer["Frozen picture"].Value,
        "relayed" => localizer["Through a relay"].Value,
        _ => code,
    };

    /// <summary>What a camera or microphone was at last.</summary>
    public string Device(string? state) => state switch
    {
        "on" => localizer["Worked"].Value,
        "off" => localizer["Switched off"].Value,
        "refused" => localizer["Refused"].Value,
        "missing" => localizer["Missing"].Value,
        _ => localizer["Unknown"].Value,
    };

    /// <summary>What has become of a recording.</summary>
    public string Recording(string state) => state switch
    {
        "asking" => localizer["The guest is being asked"].Value,
        "refused" => localizer["The guest refused to be recorded"].Value,
        "running" => localizer["Recording"].Value,
        "joining" => localizer["Being put together"].Value,
        "empty" => localizer["Nothing was recorded"].Value,
        _ => localizer["Recorded"].Value,
    };
}
