using RemoteSupport.Platform.Messaging;
using RemoteSupport.Platform.Messaging.Templates;
using Xunit;

namespace RemoteSupport.Platform.Tests.Messaging;

public sealed class TemplateCacheTests
{
    private static readonly MessageEntry Entry = new(new("sample", Channels.Sms), "Sample", "For tests.", ModelShape.Of<Templates.Sample>(), [], null);

    [Fact, Trait("Behaviour", "MT-5")]
    public void Long_drafts_one_after_another_fill_no_memory()
    {
        var cache = new TemplateCache();

        for (var draft = 0; draft < 50; draft++)
        {
            Assert.NotNull(cache.Get(Entry, "text", new string('x', 150_000) + draft).Template);
            Assert.InRange(cache.Letters, 150_000, TemplateCache.MostLetters);
        }
    }

    [Fact, Trait("Behaviour", "MT-1")]
    public void A_template_is_read_once()
    {
        var cache = new TemplateCache();

        Assert.Same(cache.Get(Entry, "text", "{{ first_name }}"), cache.Get(Entry, "text", "{{ first_name }}"));
    }
}
