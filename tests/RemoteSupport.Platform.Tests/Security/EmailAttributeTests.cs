using System.ComponentModel.DataAnnotations;
using RemoteSupport.Platform.Security;
using Xunit;

namespace RemoteSupport.Platform.Tests.Security;

[Trait("Behaviour", "SC-5")]
public sealed class EmailAttributeTests
{
    private const string Sentence = "This is not an e-mail address.";

    [Theory]
    [InlineData(null, true)]
    [InlineData("a@example.com", true)]
    [InlineData("a@example", false)]
    [InlineData("", false)]
    [InlineData(5, false)]
    public void It_takes_addresses_and_nothing(object? value, bool valid) =>
        Assert.Equal(valid, new EmailAttribute { ErrorMessage = Sentence }.IsValid(value));

    [Fact]
    public void It_says_what_it_was_told_to_say()
    {
        var result = new EmailAttribute { ErrorMessage = Sentence }.GetValidationResult("no", new ValidationContext(this));

        Assert.Equal(Sentence, result?.ErrorMessage);
    }

    [Fact]
    public void Without_a_sentence_it_is_a_bug() =>
        Assert.Throws<InvalidOperationException>(() => new EmailAttribute().GetValidationResult("no", new ValidationContext(this)));
}
