using RemoteSupport.Platform.Messaging;

namespace RemoteSupport.Features.MessageTemplates;

/// <summary>Tells the tenant's admins that a text of theirs could not be used, so that the built-in one went out instead (MT-4).</summary>
[MessageText("Own text could not be used", "To the tenant’s administrators when a text of their own could not be used and the built-in one went out.")]
public sealed record TemplateBrokenEmail(string Message, string Language, string Fault, string Url) : Message, IMessage<TemplateBrokenEmail>
{
    /// <inheritdoc />
    public static TemplateBrokenEmail Sample(SampleWords words)
    {
        ArgumentNullException.ThrowIfNull(words);
        return new(words.Localizer["Access requested"], words.Localizer["Italian"], words.Localizer["The message becomes longer than {0} characters.", 500_000], words.LinkTo("/settings/messages"));
    }
}
