using System.Text.Json.Serialization;
using RemoteSupport.Platform.Messaging;

namespace RemoteSupport.Features.Calls;

/// <summary>Tells whoever invited that a guest rang and nobody answered (IN-5).</summary>
[MessageText("Missed call", "To whoever sent a support invitation, when the guest rang and nobody answered.")]
public sealed record MissedCallEmail([property: JsonIgnore] Guid Invitation, string Guest, string At, bool CanRingAgain, string Until, string Url)
    : Message, IMessage<MissedCallEmail>
{
    /// <inheritdoc />
    public static MissedCallEmail Sample(SampleWords words)
    {
        ArgumentNullException.ThrowIfNull(words);
        return new(Guid.Empty, words.Localizer["Customer X"], words.In(TimeSpan.FromMinutes(-2)), CanRingAgain: true, words.In(TimeSpan.FromHours(20)), words.LinkTo("/calls"));
    }

    /// <inheritdoc />
    [JsonIgnore]
    public override string Thread => $"support-invitation-{Invitation:N}";
}
