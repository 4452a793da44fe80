using System.Text.Json.Serialization;
using RemoteSupport.Platform.Messaging;

namespace RemoteSupport.Features.RemoteLogin;

/// <summary>Tells an owner that a supporter has gone in (RA-13), or came back after having been sent away (RA-15); then until is empty.</summary>
[MessageText("Supporter entered", "To the owner when a supporter has gone in.")]
public sealed record SupporterEnteredEmail(string Supporter, string Organization, string At, string Until, string Url)
    : Message, IMessage<SupporterEnteredEmail>
{
    /// <inheritdoc />
    public static SupporterEnteredEmail Sample(SampleWords words)
    {
        ArgumentNullException.ThrowIfNull(words);
        return new("Anna Berger", "Ponte Tech SpA", words.In(TimeSpan.FromMinutes(-1)), words.In(TimeSpan.FromHours(4)), words.LinkTo("/manage/remote-support"));
    }

    /// <summary>The mails about a grant belong together.</summary>
    [JsonIgnore]
    public string? About { get; init; }

    /// <inheritdoc />
    [JsonIgnore]
    public override string? Thread => About;
}
